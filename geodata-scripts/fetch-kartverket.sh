#!/bin/sh
# Boundaries from Geonorge's download service, all of Norway in EPSG:25833 as GML. fetch-kartverket.sh FOLDER
# The zip files are to be unpacked before import: a description cannot name a file inside an archive.
. "$(dirname "$0")/fetch.sh"
folder=${1:?Give a folder to write to.}
geonorge=https://nedlasting.geonorge.no/geonorge/Basisdata
fetch "$geonorge/Kommuner/GML/Basisdata_0000_Norge_25833_Kommuner_GML.zip" "$folder/kommuner.zip"
fetch "$geonorge/StatistiskeEnheterGrunnkretser/GML/Basisdata_0000_Norge_25833_StatistiskeEnheterGrunnkretser_GML.zip" "$folder/grunnkretser.zip"
