# Makes tests/reference/meetfout_eiv.json, the reference of test_meetfout_model.
#
# The moment estimator of a regression with a known error variance in one regressor (Fuller 1987,
# Measurement error models, section 2.2), by hand in base R, on regressie.csv (fictional wijken; see
# regressie_pyfixest.py), and its jackknife over gemeenten. With theta 0 it is lm(), which is checked
# here. Run with R and jsonlite:
#
#     Rscript tests/reference/meetfout_eiv.R
#
# It shares no code with the project: no centring, no cross products per gemeente; every jackknife
# estimate is made from its own rows.

hier <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
wijken <- read.csv(file.path(hier, "regressie.csv"))
factoren <- c("corporatie_pct", "woz_verandering_pct", "laag_inkomen_pct")

eiv <- function(data, theta) {
  X <- cbind(1, data$lbm_2012, as.matrix(data[, factoren]))
  fout <- matrix(0, ncol(X), ncol(X))
  fout[2, 2] <- theta
  n <- nrow(X)
  b <- solve(crossprod(X) / n - fout, crossprod(X, data$lbm_2014) / n)
  setNames(as.vector(b), c("constante", "beginscore", factoren))
}

jackknife <- function(data, theta) {
  b <- eiv(data, theta)
  groepen <- unique(data$gm_code)
  G <- length(groepen)
  verschil <- sapply(groepen, function(g) eiv(data[data$gm_code != g, ], theta) - b)
  list(coef = as.list(b), se = as.list(sqrt((G - 1) / G * rowSums(verschil^2))), df = G - 1)
}

gewoon <- coef(lm(lbm_2014 ~ lbm_2012 + corporatie_pct + woz_verandering_pct + laag_inkomen_pct, wijken))
stopifnot(max(abs(gewoon - eiv(wijken, 0))) < 1e-8)

thetas <- c(0, 0.0002, 0.001)
uit <- list(
  gemaakt_met = list(R = as.character(getRversion())),
  uitkomsten = lapply(thetas, function(theta) c(list(theta = theta), jackknife(wijken, theta)))
)
jsonlite::write_json(uit, file.path(hier, "meetfout_eiv.json"), auto_unbox = TRUE, digits = NA, pretty = 1)
