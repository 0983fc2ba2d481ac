# Make tests/reference/clustervoorspelling.csv and clustervoorspelling_r.json: do clusters predict?
#
#     Rscript tests/reference/clustervoorspelling.R
#
# Fictional: 60 wijken in 11 gemeenten of unequal size, four clusters, three years. lm() of the change
# on the clusters, with and without the score in the end year; the covariance is CR3 of clubSandwich
# (Pustejovsky & Tipton 2018) times (G-1)/G, which is the cluster jackknife centred on the estimate.
# The p-value of the wild cluster bootstrap is exact for the first five gemeenten: every vector of
# Webb's six points, each fit anew with and without each gemeente by lm.fit.

library(clubSandwich)
library(jsonlite)
hier <- "tests/reference"
set.seed(20170307)
omvang <- c(16, 11, 8, 6, 5, 4, 3, 2, 2, 2, 1)
gemeente <- rep(seq_along(omvang), omvang)
n <- length(gemeente)
namen <- c("Gestaag herstel", "Terugval", "Succes!", "niet ingedeeld")
cluster <- sample(namen, n, replace = TRUE, prob = c(0.4, 0.25, 0.2, 0.15))
eind <- round(3.85 + 0.1 * (cluster == "Succes!") + rnorm(n, 0, 0.05), 4)
volgende <- round(eind + 0.01 + rnorm(11, 0, 0.01)[gemeente] + rnorm(n, 0, 0.02), 4)
laatste <- round(volgende + 0.03 - 0.3 * (eind - 3.87) + 0.02 * (cluster == "Succes!") -
  0.02 * (cluster == "Terugval") + rnorm(n, 0, 0.03), 4)
data <- data.frame(
  wk_code = sprintf("WK90%02d%02d", gemeente, ave(gemeente, gemeente, FUN = seq_along)),
  gm_code = sprintf("GM90%02d", gemeente), cluster = cluster,
  lbm_2014 = eind, lbm_2016 = volgende, lbm_2022 = laatste
)
write.csv(data, file.path(hier, "clustervoorspelling.csv"), row.names = FALSE, quote = FALSE)

data$cluster <- relevel(factor(data$cluster), ref = names(which.max(table(cluster))))
G <- length(omvang)
schat <- function(formule, zonder) {
  model <- lm(formule, data = data)
  V <- as.matrix(vcovCR(model, cluster = data$gm_code, type = "CR3")) * (G - 1) / G
  welke <- grep("^cluster", names(coef(model)))
  b <- coef(model)[welke]
  f <- as.numeric(b %*% solve(V[welke, welke], b)) / length(b)
  list(
    f = f,
    r2_zonder = summary(lm(zonder, data = data))$r.squared, r2_met = summary(model)$r.squared,
    verschil = setNames(as.list(b), sub("^cluster", "", names(b))),
    se = setNames(as.list(sqrt(diag(V))[welke]), sub("^cluster", "", names(b)))
  )
}
exact <- function() {
  d <- data[gemeente <= 5, ]
  code <- match(d$gm_code, unique(d$gm_code))
  X <- model.matrix(~ lbm_2014 + cluster, data = d)
  y <- d$lbm_2022 - d$lbm_2014
  X0 <- X[, 1:2]
  null <- lm.fit(X0, y)
  welke <- 3:5
  f <- function(y) {
    b <- lm.fit(X, y)$coefficients[welke]
    zonder <- sapply(1:5, function(g) lm.fit(X[code != g, ], y[code != g])$coefficients[welke])
    V <- 4 / 5 * tcrossprod(zonder - b)
    as.numeric(b %*% solve(V, b)) / 3
  }
  punten <- c(sqrt(c(0.5, 1, 1.5)), -sqrt(c(0.5, 1, 1.5)))
  v <- as.matrix(expand.grid(rep(list(punten), 5)))
  echt <- f(y)
  getrokken <- apply(v, 1, function(w) f(null$fitted.values + w[code] * null$residuals))
  list(n = nrow(d), f = echt, p = mean(getrokken >= echt * (1 - 1e-9)))
}
inhoud <- list(
  exact = exact(),
  versies = list(
    R = paste(R.version$major, R.version$minor, sep = "."),
    clubSandwich = as.character(packageVersion("clubSandwich"))
  ),
  verandering = schat(I(lbm_2022 - lbm_2014) ~ cluster, I(lbm_2022 - lbm_2014) ~ 1),
  gegeven_score = schat(
    I(lbm_2022 - lbm_2014) ~ lbm_2014 + cluster, I(lbm_2022 - lbm_2014) ~ lbm_2014
  ),
  vanaf_volgende = schat(
    I(lbm_2022 - lbm_2016) ~ lbm_2014 + cluster, I(lbm_2022 - lbm_2016) ~ lbm_2014
  )
)
write(toJSON(inhoud, digits = 15, auto_unbox = TRUE, pretty = TRUE), file.path(hier, "clustervoorspelling_r.json"))
