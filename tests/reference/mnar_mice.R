# Make tests/reference/mnar_mice.json: Rscript tests/reference/mnar_mice.R
#
# Needs mice and jsonlite. The data are those of ontbrekend.csv (fictional wijken with holes).
# Five completed data sets are made by a formula, so that both programs have the same: hole number r
# (row, from 1) in imputation i gets mean + sd x ((7 i + r) mod 5 - 2) / 2, of the observed values.
# Then, per shifted factor and shift (in standard deviations of the complete cases):
# - lm per data set; the variance is the cluster jackknife by gemeente, by leaving each out:
#   (G-1)/G x sum (b_without_g - b)^2;
# - pooled with mice::pool.scalar, degrees of freedom of Barnard & Rubin (1999) for G-1 in the
#   complete data, and the 95% interval of t.
suppressMessages({library(mice); library(jsonlite)})

d <- read.csv("tests/reference/ontbrekend.csv")
d <- d[order(d$wk_code), ]
factoren <- c("corporatie_pct", "laag_inkomen_pct", "dichtheid")
termen <- c("lbm_2012", factoren)
m <- 5
g <- d$gm_code
G <- length(unique(g))
volledig <- complete.cases(d[termen])
sd_compleet <- sapply(d[volledig, factoren], sd)

vul <- function(i) {
  for (f in factoren) {
    gat <- is.na(d[[f]])
    bekend <- d[[f]][!gat]
    r <- which(gat)
    d[[f]][gat] <- mean(bekend) + sd(bekend) * ((7 * i + r) %% 5 - 2) / 2
  }
  d
}
gaten <- sapply(factoren, function(f) is.na(d[[f]]))
formule <- reformulate(termen, "lbm_2014")

schat <- function(x) {
  b <- coef(lm(formule, x))
  zonder <- sapply(unique(g), function(k) coef(lm(formule, x[g != k, ])))
  list(b = b, v = (G - 1) / G * rowSums((zonder - b)^2))
}

uit <- list()
for (f in factoren[colSums(gaten) > 0]) for (delta in c(-0.5, 0, 0.25)) {
  fits <- lapply(seq_len(m), function(i) {
    x <- vul(i)
    x[[f]] <- x[[f]] + delta * sd_compleet[[f]] * gaten[, f]
    schat(x)
  })
  for (term in factoren) {
    Q <- sapply(fits, function(fit) fit$b[[term]])
    U <- sapply(fits, function(fit) fit$v[[term]])
    p <- pool.scalar(Q, U, n = G, k = 1)
    se <- sqrt(p$t)
    half <- qt(0.975, p$df) * se
    s <- sd_compleet[[term]]
    uit[[length(uit) + 1]] <- list(
      verschoven = f, delta = delta, term = term, coef_sd = p$qbar * s,
      ci_sd_laag = (p$qbar - half) * s, ci_sd_hoog = (p$qbar + half) * s,
      p = 2 * pt(-abs(p$qbar / se), p$df)
    )
  }
}
write_json(
  list(
    gemaakt_met = list(R = as.character(getRversion()), mice = as.character(packageVersion("mice"))),
    waarden = uit
  ),
  "tests/reference/mnar_mice.json", auto_unbox = TRUE, digits = 15, pretty = TRUE
)
