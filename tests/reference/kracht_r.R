# Make tests/reference/kracht_r.json: Rscript tests/reference/kracht_r.R
#
# Needs lme4, sandwich and jsonlite. The data are those of clusterinferentie.csv (fictional).
# - variances between and within gemeenten: lme4::lmer, REML;
# - effective number of clusters G* (Carter, Schnepel & Steigerwald 2017) at that ICC, from its
#   definition with matrices per gemeente;
# - minimal detectable effect: errors drawn with those variances, lm per draw, standard errors by
#   sandwich::vcovCL type "HC3" (the cluster jackknife) times (G-1)/G, and the effect for which 80 %
#   of the t tests reject, found with uniroot; and at half of it the power and the exaggeration;
# - type M error of the printed function retrodesign() of Gelman & Carlin (2014).
suppressMessages({library(lme4); library(sandwich); library(jsonlite)})

d <- read.csv("tests/reference/clusterinferentie.csv")
termen <- c("lbm_2012", "woz_verandering_pct", "laag_inkomen_pct", "corporatie_pct",
            "meergezins_pct", "uitkering_pct")
X <- cbind(1, as.matrix(d[termen]))
n <- nrow(X); K <- ncol(X); g <- d$gm_code; G <- length(unique(g))

Z <- scale(as.matrix(d[termen]))
fit <- lmer(d$lbm_2014 ~ Z + (1 | g), REML = TRUE)
v <- as.data.frame(VarCorr(fit))$vcov
icc <- v[1] / sum(v)

XXi <- solve(crossprod(X))
bijdrage <- t(sapply(split(seq_len(n), g), function(i) {
  Xi <- X[i, , drop = FALSE]
  Omega <- (1 - icc) * diag(length(i)) + icc * matrix(1, length(i), length(i))
  diag(XXi %*% t(Xi) %*% Omega %*% Xi %*% XXi)
}))
gamma <- apply(bijdrage, 2, function(b) mean((b - mean(b))^2) / mean(b)^2)
G_eff <- G / (1 + gamma)

set.seed(20170307)
B <- 3000
eenheid <- match(g, unique(g))
uit <- replicate(B, {
  e <- rnorm(G, sd = sqrt(v[1]))[eenheid] + rnorm(n, sd = sqrt(v[2]))
  m <- lm(e ~ X - 1)
  V <- vcovCL(m, cluster = g, type = "HC3", cadjust = FALSE) * (G - 1) / G
  c(coef(m), sqrt(diag(V)))
})
b <- uit[1:K, ]; se <- uit[K + 1:K, ]
k <- qt(0.975, G - 1)
kans <- function(j, effect) mean(abs(b[j, ] + effect) / se[j, ] > k)
mde <- sapply(1:K, function(j) {
  uniroot(function(x) kans(j, x) - 0.8, c(0, 20 * sd(b[j, ])), tol = 1e-12)$root
})
half <- sapply(1:K, function(j) kans(j, mde[j] / 2))
over <- sapply(1:K, function(j) {
  s <- b[j, ] + mde[j] / 2
  mean(abs(s)[abs(s) / se[j, ] > k]) / (mde[j] / 2)
})

retrodesign <- function(A, s, alpha = .05, df = Inf, n.sims = 1e6) {
  z <- qt(1 - alpha / 2, df)
  p.hi <- 1 - pt(z - A / s, df)
  p.lo <- pt(-z - A / s, df)
  estimate <- A + s * rt(n.sims, df)
  significant <- abs(estimate) > s * z
  list(power = p.hi + p.lo, exaggeration = mean(abs(estimate)[significant]) / A)
}
gc <- lapply(c(0.5, 1, 2), function(A) c(effect = A, retrodesign(A, 1)))

write_json(list(
  versies = list(R = as.character(getRversion()), lme4 = as.character(packageVersion("lme4")),
                 sandwich = as.character(packageVersion("sandwich"))),
  tussen = v[1], binnen = v[2], icc = icc, trekkingen = B, termen = termen,
  G_eff = G_eff[-1], mde = mde[-1], kracht_half = half[-1], overdrijving = over[-1],
  retrodesign = gc
), "tests/reference/kracht_r.json", auto_unbox = TRUE, digits = 10, pretty = TRUE)
