# Local Moran with conditional permutations in spdep.
# Usage: Rscript moran.R DATA SIDE PERMUTATIONS CORES. DATA holds SIDE x SIDE values as little-endian doubles, row by row.
# Prints the seconds of localmoran_perm and the sum of the statistics.
suppressMessages(library(spdep))
args <- commandArgs(trailingOnly = TRUE)
side <- as.integer(args[2]); nsim <- as.integer(args[3]); cores <- as.integer(args[4])
y <- readBin(args[1], "double", side * side, endian = "little")
nb <- cell2nb(side, side, type = "rook")
lw <- nb2listw(nb, style = "W")
invisible(set.coresOption(cores))
seconds <- system.time(result <- localmoran_perm(y, lw, nsim = nsim))[["elapsed"]]
cat(format(c(seconds, sum(result[, 1])), digits = 15), "\n")
