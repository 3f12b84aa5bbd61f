#!/bin/sh
# FHI's tables of grunnkrets to levekårssone. fetch-fhi.sh FOLDER
. "$(dirname "$0")/fetch.sh"
folder=${1:?Give a folder to write to.}
fetch https://raw.githubusercontent.com/helseprofil/backend/4b28abf62bb92a7425fb2c6bbf8d86151cc36384/geomaster/lks2025.csv "$folder/lks2025.csv"
fetch https://raw.githubusercontent.com/helseprofil/backend/76fb5af9526a6c0c91f339bea8e2356a9eb99b49/tabeller/lks_gk_2026.csv "$folder/lks_gk_2026.csv"
