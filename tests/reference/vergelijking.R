# Reference values for differences between groups, two spreads, the line outside the selection and
# adjacent changes; by lm() and an explicit loop over gemeenten, with clubSandwich for the difference
# of two means. Run: Rscript tests/reference/vergelijking.R > tests/reference/vergelijking_r.json
# Made with R 4.3, clubSandwich 0.5.8.
library(clubSandwich)

hier <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
w <- read.csv(file.path(hier, "regressie.csv"))
w$gekozen <- (seq_len(nrow(w)) - 1) %% 4 != 0
w$d <- w$lbm_2014 - w$lbm_2012
w$d_eerder <- w$lbm_2012 - w$lbm_2002
gemeenten <- sort(unique(w$gm_code))

jackknife <- function(figuur) {
  kern <- figuur(w)
  zonder <- sapply(gemeenten, function(g) figuur(w[w$gm_code != g, ]))
  G <- length(gemeenten)
  list(waarde = kern, se = sqrt((G - 1) / G * sum((zonder - kern)^2)))
}

m <- lm(d ~ gekozen, data = w)
G <- length(gemeenten)
V <- (G - 1) / G * vcovCR(m, cluster = w$gm_code, type = "CR3")
een <- w[w$gekozen, ]
df <- min(length(unique(een$gm_code)), length(unique(w$gm_code[!w$gekozen]))) - 1
verschil <- list(
  waarde = unname(coef(m)[2]), se = sqrt(unname(V[2, 2])),
  df = df, p = unname(2 * pt(-abs(coef(m)[2] / sqrt(V[2, 2])), df))
)

spreiding <- jackknife(function(x) log(sd(x$d) / sd(x$d_eerder)))

boven_lijn <- function(x) {
  lijn <- lm(d ~ lbm_2002, data = x[!x$gekozen, ])
  g <- x[x$gekozen, ]
  mean(g$d) - unname(predict(lijn, data.frame(lbm_2002 = mean(g$lbm_2002))))
}
lijn <- jackknife(boven_lijn)
helling <- unname(coef(lm(d ~ lbm_2002, data = w[!w$gekozen, ]))[2])

samenloop <- jackknife(function(x) cor(x$d_eerder, x$d))

getal <- function(x) formatC(x, digits = 15, format = "g")
blok <- function(naam, l) {
  paste0('  "', naam, '": {', paste0('"', names(l), '": ', sapply(l, getal), collapse = ", "), "}")
}
cat("{\n", paste(
  blok("verschil", verschil), blok("spreiding", spreiding), blok("lijn", lijn),
  blok("helling", list(waarde = helling)), blok("samenloop", samenloop),
  sep = ",\n"
), "\n}\n", sep = "")
