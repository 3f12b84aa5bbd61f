#!/bin/sh
# A code list of SSB KLASS and its changes, as CSV. fetch-klass.sh FOLDER NUMBER FROM TO
#   fetch-klass.sh data 131 2013-01-01 2024-01-02     (131 kommune, 103 bydel, 1 grunnkrets, 745 levekårssone)
. "$(dirname "$0")/fetch.sh"
folder=${1:?Give a folder to write to.}
number=${2:?Give the number of a classification.}
from=${3:?Give the first day, such as 2013-01-01.}
to=${4:?Give the day after the last, such as 2024-01-02.}
klass=https://data.ssb.no/api/klass/v1/classifications/$number
fetch "$klass/codes.csv?from=$from&to=$to" "$folder/klass-$number-codes.csv"
fetch "$klass/changes.csv?from=$from&to=$to" "$folder/klass-$number-changes.csv"
