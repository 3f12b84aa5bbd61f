#!/bin/sh
# A table of SSB's PxWebApi v2 as JSON-stat 2.0. fetch-ssb.sh FOLDER TABLE [QUERY]
#   fetch-ssb.sh data 04317 'valueCodes[Grunnkretser]=0301*&valueCodes[Tid]=top(1)&valueCodes[ContentsCode]=*'
# The variables of a table: https://data.ssb.no/api/pxwebapi/v2/tables/04317/metadata?lang=no
. "$(dirname "$0")/fetch.sh"
folder=${1:?Give a folder to write to.}
table=${2:?Give the number of a table, such as 04317.}
query=$(printf '%s' "${3:-valueCodes[Tid]=top(1)}" | sed 's/\[/%5B/g; s/\]/%5D/g')
fetch "https://data.ssb.no/api/pxwebapi/v2/tables/$table/data?lang=no&outputFormat=json-stat2&$query" "$folder/ssb-$table.json"
