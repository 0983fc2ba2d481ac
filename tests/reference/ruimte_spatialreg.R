# Make tests/reference/ruimte_spatialreg.json, a reference of tests/toetsen/test_foutenmodel.py and
# tests/toetsen/test_ruimteruis.py.
#
#     Rscript tests/reference/ruimte_spatialreg.R
#
# R 4.2 with spatialreg 1.2, spdep 1.2, nlme 3.1 and jsonlite (none is a dependency of the project),
# on tests/reference/regressie.csv, with the coordinates of afhankelijkheid.csv.
#
# - errorsarlm(method = "eigen"): five nearest neighbours (not symmetric) and all within 5 km, both
#   row-standardised; lambda, its standard error and likelihood-ratio p, coefficients and theirs.
# - gls(corExp(nugget = TRUE), method = "ML"): the field of a factor around a constant mean, of a
#   drawn field (range 8 km, share 0.8) and of a factor; share 1 - nugget and range in km.

suppressPackageStartupMessages({
  library(spdep)
  library(spatialreg)
  library(nlme)
  library(jsonlite)
})
hier <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- merge(read.csv(file.path(hier, "regressie.csv")), read.csv(file.path(hier, "afhankelijkheid.csv")),
           by = "wk_code")
xy <- as.matrix(d[, c("x", "y")])
vorm <- lbm_2014 ~ lbm_2012 + corporatie_pct + woz_verandering_pct + laag_inkomen_pct
lijsten <- list(
  knn = nb2listw(knn2nb(knearneigh(xy, k = 5)), style = "W"),
  afstand = nb2listw(dnearneigh(xy, 0, 5000), style = "W", zero.policy = TRUE)
)
fouten <- lapply(lijsten, function(lw) {
  fit <- errorsarlm(vorm, d, lw, method = "eigen", zero.policy = TRUE, tol.solve = 1e-30,
                    control = list(tol.opt = 1e-12))
  s <- summary(fit)
  list(
    coef = as.list(fit$coefficients), se = as.list(setNames(fit$rest.se, names(fit$coefficients))),
    lambda = as.numeric(fit$lambda), lambda_se = as.numeric(fit$lambda.se),
    p_lambda = as.numeric(s$LR1$p.value), llf = unname(as.numeric(logLik(fit))), s2 = as.numeric(fit$s2)
  )
})
d$xk <- d$x / 1000
d$yk <- d$y / 1000
set.seed(11)
afstand <- as.matrix(dist(d[, c("xk", "yk")]))
wortel <- t(chol(0.8 * exp(-afstand / 8) + 0.2 * diag(nrow(d))))
waarden <- list(veld = round(drop(wortel %*% rnorm(nrow(d))), 6), corporatie_pct = d$corporatie_pct)
velden <- lapply(names(waarden), function(f) {
  d$z <- waarden[[f]]
  fit <- gls(z ~ 1, d, correlation = corExp(c(5, 0.5), form = ~ xk + yk, nugget = TRUE), method = "ML")
  p <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
  list(factor = f, z = waarden[[f]], bereik_km = unname(p["range"]), aandeel = 1 - unname(p["nugget"]),
       llf = as.numeric(logLik(fit))[1])
})
uit <- list(
  versies = list(R = as.character(getRversion()), spatialreg = as.character(packageVersion("spatialreg")),
                 nlme = as.character(packageVersion("nlme"))),
  foutenmodel = fouten, velden = velden
)
write_json(uit, file.path(hier, "ruimte_spatialreg.json"), auto_unbox = TRUE, digits = 14, pretty = TRUE)
