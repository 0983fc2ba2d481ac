# Make tests/reference/binnen_tussen.csv and binnen_tussen_lme4.json, the reference of
# tests/toetsen/test_binnen_tussen.py.
#
#     Rscript tests/reference/binnen_tussen_lme4.R
#
# R 4.2 with lme4 1.1, clubSandwich 0.5 and jsonlite (none is a dependency of the project).
# The data are fictional: 120 wijken in 26 unequal gemeenten, six measurement years with a bend in
# 2012, two factors per wijk and one per gemeente.
#
# - crv3: lm on deviations and gemeente means; clubSandwich's CR3 is the sum of squares of the
#   jackknife, so (G-1)/G times it is CRV3; t(G-1), for the part within gemeenten with the number
#   of those with two wijken or more.
# - reml: per wijk lm with a bend gives its change per segment; lmer with a random intercept.
#   grens_t: 95th percentile of |t| over 4000 draws of simulate() and refit().
# - groei: the whole growth model in one lmer, level and both slopes random per gemeente and per
#   wijk. The model per slope is a margin of it, so estimates agree within a part of their
#   standard error, not in all digits.

suppressPackageStartupMessages({
  library(lme4)
  library(clubSandwich)
  library(jsonlite)
})
hier <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
set.seed(42)

grootte <- c(24, 15, 12, 9, 8, 7, 6, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1)
G <- length(grootte)
g <- rep(seq_len(G), grootte)
n <- length(g)
jaren <- c(2002, 2008, 2012, 2014, 2018, 2022)
woz <- round(rnorm(G, -10, 4), 2)[g]
corporatie <- round(45 + rnorm(G, 0, 9)[g] + rnorm(n, 0, 11), 1)
inkomen <- round(30 + rnorm(G, 0, 4)[g] + 0.15 * (corporatie - 45) + rnorm(n, 0, 5), 1)
m_c <- ave(corporatie, g)
voor <- rnorm(G, 0, 0.0015)[g] + rnorm(n, 0.003, 0.0025) - 0.00004 * (corporatie - 45)
na <- rnorm(G, 0, 0.0020)[g] + rnorm(n, 0.002, 0.0030) +
  0.00015 * (m_c - 45) - 0.00008 * (corporatie - m_c) - 0.0001 * (inkomen - 30)
niveau <- 3.85 + rnorm(G, 0, 0.05)[g] + rnorm(n, 0, 0.06)
data <- data.frame(
  wk_code = sprintf("WK%04d%02d", 9000 + g, ave(g, g, FUN = seq_along)),
  gm_code = sprintf("GM%04d", 9000 + g),
  woz_pct = woz, corporatie_pct = corporatie, inkomen_pct = inkomen
)
for (jaar in jaren) {
  t <- jaar - 2012
  score <- niveau + voor * min(t, 0) + na * max(t, 0) + rnorm(n, 0, 0.015)
  data[[paste0("lbm_", jaar)]] <- round(score, 5)
}
write.csv(data, file.path(hier, "binnen_tussen.csv"), row.names = FALSE, quote = FALSE)

factoren <- c("corporatie_pct", "inkomen_pct")
splits <- function(d, namen) {
  for (f in namen) {
    d[[paste0(f, "_b")]] <- ave(d[[f]], d$gm_code)
    d[[paste0(f, "_w")]] <- d[[f]] - d[[paste0(f, "_b")]]
  }
  d
}
d <- splits(data, c("lbm_2012", factoren))
alle <- c("lbm_2012", factoren)

# ---- least squares with CRV3, the end score given the begin score
model <- lm(reformulate(c(paste0(alle, "_w"), paste0(alle, "_b"), "woz_pct"), "lbm_2014"), d)
V <- (G - 1) / G * as.matrix(vcovCR(model, cluster = d$gm_code, type = "CR3"))
b <- coef(model)
# within gemeenten only those with two wijken or more count, as in a regression on dummies
G2 <- sum(table(d$gm_code) > 1)
een <- function(contrast, H = G) {
  waarde <- sum(contrast * b)
  se <- sqrt(drop(t(contrast) %*% V %*% contrast) * (H - 1) / H / ((G - 1) / G))
  list(coef = waarde, se = se, p = 2 * pt(-abs(waarde / se), H - 1))
}
as_contrast <- function(plus, min = NULL) {
  x <- setNames(numeric(length(b)), names(b))
  x[plus] <- 1
  if (!is.null(min)) x[min] <- -1
  x
}
crv3 <- list()
for (f in alle) {
  crv3[[f]] <- list(
    binnen = een(as_contrast(paste0(f, "_w")), G2),
    tussen = een(as_contrast(paste0(f, "_b"))),
    verschil = een(as_contrast(paste0(f, "_b"), paste0(f, "_w")))
  )
}
crv3[["woz_pct"]] <- list(tussen = een(as_contrast("woz_pct")))

# ---- change per segment of each wijk, by lm, and a random intercept by REML
lang <- reshape(data, direction = "long", varying = paste0("lbm_", jaren), v.names = "score",
                timevar = "jaar", times = jaren, idvar = "wk_code")
lang$t1 <- pmin(lang$jaar - 2012, 0)
lang$t2 <- pmax(lang$jaar - 2012, 0)
per_wijk <- t(sapply(data$wk_code, function(wk) coef(lm(score ~ t1 + t2, lang[lang$wk_code == wk, ]))))
d <- splits(data, factoren)
d$voor_crisis <- 10 * per_wijk[, "t1"]
d$na_crisis <- 10 * per_wijk[, "t2"]
rechts <- "corporatie_pct_w + inkomen_pct_w + corporatie_pct_b + inkomen_pct_b + woz_pct"
streng <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10))
reml <- list()
for (segment in c("voor_crisis", "na_crisis")) {
  fit <- lmer(as.formula(paste(segment, "~", rechts, "+ (1 | gm_code)")), d, control = streng)
  vc <- as.data.frame(VarCorr(fit))$vcov
  L <- rbind(
    corporatie_binnen = c(0, 1, 0, 0, 0, 0), inkomen_binnen = c(0, 0, 1, 0, 0, 0),
    corporatie_tussen = c(0, 0, 0, 1, 0, 0), woz_tussen = c(0, 0, 0, 0, 0, 1),
    corporatie_verschil = c(0, -1, 0, 1, 0, 0), inkomen_verschil = c(0, 0, -1, 0, 1, 0)
  )
  t_van <- function(m, nul) {
    (L %*% (fixef(m) - nul)) / sqrt(diag(L %*% as.matrix(vcov(m)) %*% t(L)))
  }
  nul <- fixef(fit)
  trek <- simulate(fit, nsim = 4000, seed = 7)
  t_trek <- suppressMessages(suppressWarnings(sapply(trek, function(y) t_van(refit(fit, y), nul))))
  reml[[segment]] <- list(
    icc = vc[1] / sum(vc),
    coef = as.list(setNames(drop(L %*% fixef(fit)), rownames(L))),
    se = as.list(setNames(sqrt(diag(L %*% as.matrix(vcov(fit)) %*% t(L))), rownames(L))),
    grens_t = as.list(setNames(apply(abs(t_trek), 1, quantile, 0.95), rownames(L)))
  )
}

# ---- the growth model in one
x <- "(corporatie_pct_w + inkomen_pct_w + corporatie_pct_b + inkomen_pct_b + woz_pct)"
lang <- splits(lang, factoren)
lang$T1 <- lang$t1 / 10
lang$T2 <- lang$t2 / 10
vol <- lmer(
  as.formula(paste("score ~ (1 + T1 + T2) *", x, "+ (1 + T1 + T2 | gm_code/wk_code)")),
  lang, control = lmerControl(optimizer = "bobyqa", optCtrl = list(maxfun = 2e5))
)
co <- coef(summary(vol))
kies <- function(segment, deel) unname(co[grep(paste0("^(", segment, ":.*", deel, "|", deel, ".*:", segment, ")$"), rownames(co)), 1:2])
groei <- list()
for (segment in c("T1", "T2")) for (f in factoren) for (deel in c("w", "b")) {
  rij <- kies(segment, paste0(f, "_", deel))
  groei[[paste(segment, f, deel, sep = ":")]] <- list(coef = rij[1], se = rij[2])
}

uit <- list(
  versies = list(R = as.character(getRversion()), lme4 = as.character(packageVersion("lme4")),
                 clubSandwich = as.character(packageVersion("clubSandwich"))),
  crv3 = crv3, reml = reml, groei = groei
)
write_json(uit, file.path(hier, "binnen_tussen_lme4.json"), auto_unbox = TRUE, digits = 12, pretty = TRUE)
