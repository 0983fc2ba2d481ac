# Make tests/reference/jaren.csv and jaren_dummies.json: an event study with dummies.
#
#     Rscript tests/reference/jaren_dummies.R
#
# Fictional: 48 wijken in 9 gemeenten of unequal size, five unevenly spaced years, two factors.
# lm() on the whole panel with a dummy per wijk and per year, and every factor times every year but
# the base year. CRV3: the panel without each gemeente in turn, (G-1)/G times the sum of squares
# around the full estimate; F of the years before, b'V^-1 b / q with q and G-1 degrees of freedom.

library(jsonlite)
hier <- "tests/reference"
set.seed(20170307)
omvang <- c(14, 9, 7, 5, 4, 3, 2, 2, 2)
gemeente <- rep(seq_along(omvang), omvang)
n <- length(gemeente)
jaren <- c(2002, 2008, 2012, 2014, 2018)
basis <- 2012
z1 <- round(rnorm(9, -12, 4)[gemeente] + rnorm(n), 2)
z2 <- round(30 + rnorm(n, 0, 6), 1)
scores <- sapply(jaren, function(j) {
  round(3.8 + (j - 2002) * 0.004 + (j > basis) * 0.002 * z1 -
    (j < 2008) * 0.001 * z2 + rnorm(9, 0, 0.01)[gemeente] + rnorm(n, 0, 0.02), 4)
})
colnames(scores) <- paste0("lbm_", jaren)
data <- data.frame(
  wk_code = sprintf("WK90%02d%02d", gemeente, ave(gemeente, gemeente, FUN = seq_along)),
  gm_code = sprintf("GM90%02d", gemeente), scores, z1 = z1, z2 = z2
)
write.csv(data, file.path(hier, "jaren.csv"), row.names = FALSE, quote = FALSE)

lang <- reshape(data,
  direction = "long", varying = paste0("lbm_", jaren), v.names = "score",
  timevar = "jaar", times = jaren, idvar = "wk_code"
)
andere <- setdiff(jaren, basis)
namen <- as.vector(outer(c("z1", "z2"), andere, paste, sep = "_"))
for (z in c("z1", "z2")) {
  for (j in andere) lang[[paste(z, j, sep = "_")]] <- lang[[z]] * (lang$jaar == j)
}
model <- reformulate(c("factor(wk_code)", "factor(jaar)", namen), "score")
schat <- function(d) coef(lm(model, data = d))[namen]
b <- schat(lang)
zonder <- sapply(unique(lang$gm_code), function(g) schat(lang[lang$gm_code != g, ]))
G <- length(unique(lang$gm_code))
V <- (G - 1) / G * tcrossprod(zonder - b)
toets <- lapply(c(z1 = "z1", z2 = "z2"), function(z) {
  welke <- paste(z, andere[andere < basis], sep = "_")
  F <- sum(b[welke] * solve(V[welke, welke], b[welke])) / length(welke)
  list(F = F, p = pf(F, length(welke), G - 1, lower.tail = FALSE))
})
inhoud <- list(
  versies = list(R = paste(R.version$major, R.version$minor, sep = ".")),
  basisjaar = basis, coef = as.list(b), se = as.list(sqrt(diag(V))), toets = toets
)
write(toJSON(inhoud, digits = 15, auto_unbox = TRUE, pretty = TRUE), file.path(hier, "jaren_dummies.json"))
