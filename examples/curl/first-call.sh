#!/bin/sh
# What is loaded, without any library, by the Connect protocol: first-call.sh [HOST:PORT]
curl --silent --fail-with-body "http://${1:-localhost:5080}/bolyst.v1.ZoneService/ListZoneSets" \
  --header 'Content-Type: application/json' --data '{}'
