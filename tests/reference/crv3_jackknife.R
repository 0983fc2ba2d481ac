# Reference values of CRV3 from R: OLS, OLS weighted by inhabitants, RESET and gemeente effects.
#
#   Rscript tests/reference/crv3_jackknife.R
#
# Every gemeente in turn is left out and lm() fitted anew: (G-1)/G times the sum of squares of the
# changes, centred on the estimate. For OLS that is (G-1)/G x CR3 of clubSandwich, which is checked.
# With gemeente effects the effect of the gemeente that is left out goes along. Data: regressie.csv;
# inhabitants: invloed_pyfixest.json.
library(clubSandwich)
library(jsonlite)

hier <- "tests/reference"
data <- read.csv(file.path(hier, "regressie.csv"))
data$inwoners <- fromJSON(file.path(hier, "invloed_pyfixest.json"))$waarden$inwoners
formule <- lbm_2014 ~ lbm_2012 + corporatie_pct + woz_verandering_pct + laag_inkomen_pct
namen <- c("(Intercept)" = "constante", lbm_2012 = "beginscore")
G <- length(unique(data$gm_code))

tabel <- function(b, se, df) {
  ruim <- qt(0.975, df) * se
  rijen <- lapply(seq_along(b), function(j) {
    list(coef = b[[j]], se = se[[j]], t = b[[j]] / se[[j]], p = 2 * pt(-abs(b[[j]] / se[[j]]), df),
         ci_laag = b[[j]] - ruim[[j]], ci_hoog = b[[j]] + ruim[[j]])
  })
  termen <- names(b)
  names(rijen) <- ifelse(termen %in% names(namen), namen[termen], termen)
  rijen
}
jackknife <- function(schat, d) {
  codes <- unique(d$gm_code)
  U <- t(sapply(codes, function(g) schat(d[d$gm_code != g, ]) - schat(d)))
  (length(codes) - 1) / length(codes) * crossprod(U)
}
ols <- function(d) coef(lm(formule, d))
gewogen <- function(d) coef(lm(formule, d, weights = inwoners))
fit <- lm(formule, data)
V <- jackknife(ols, data)
stopifnot(all.equal(V, (G - 1) / G * unclass(as.matrix(vcovCR(fit, data$gm_code, "CR3"))),
                    check.attributes = FALSE, tolerance = 1e-8))

v <- fitted(fit) - mean(fitted(fit))
data$v2 <- v^2 / sd(v^2)
data$v3 <- v^3 / sd(v^3)
ruim <- function(d) coef(lm(update(formule, . ~ . + v2 + v3), d))
b <- ruim(data)[c("v2", "v3")]
VF <- jackknife(ruim, data)[c("v2", "v3"), c("v2", "v3")]
F <- drop(b %*% solve(VF, b)) / 2

# gemeente effects: gemeenten with two wijken or more; woz has one value per gemeente
meer <- data[ave(seq_along(data$gm_code), data$gm_code, FUN = length) > 1, ]
vormb <- lbm_2014 ~ lbm_2012 + corporatie_pct + laag_inkomen_pct + factor(gm_code)
helling <- function(d) coef(lm(vormb, d))[c("lbm_2012", "corporatie_pct", "laag_inkomen_pct")]
G_meer <- length(unique(meer$gm_code))

uit <- list(
  versies = list(R = as.character(getRversion()), clubSandwich = as.character(packageVersion("clubSandwich"))),
  waarden = list(
    ols = tabel(ols(data), sqrt(diag(V)), G - 1),
    gewogen = tabel(gewogen(data), sqrt(diag(jackknife(gewogen, data))), G - 1),
    reset = list(F = F, vg_noemer = G - 1, p = pf(F, 2, G - 1, lower.tail = FALSE)),
    gemeente_fe = tabel(helling(meer), sqrt(diag(jackknife(helling, meer))), G_meer - 1)
  )
)
writeLines(toJSON(uit, auto_unbox = TRUE, digits = NA, pretty = 1), file.path(hier, "crv3_jackknife.json"))
