# Builds the same programs as ./bolyst does, and runs the same command.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node.js builds the map; nothing of it goes into the image.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN dotnet build src/Bolyst.Cli --configuration Release

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# GDAL reads the boundaries of deliveries, librsvg draws legends; the database runs in a container of its own.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends gdal-bin librsvg2-bin \
 && rm -rf /var/lib/apt/lists/*
# The command finds the service beside itself: the folders lie as in artifacts/bin.
COPY --from=build /src/artifacts/bin/Bolyst.Cli/release /opt/bolyst/Bolyst.Cli/release
COPY --from=build /src/artifacts/bin/Bolyst.Service/release /opt/bolyst/Bolyst.Service/release
RUN ln -s /opt/bolyst/Bolyst.Cli/release/bolyst /usr/local/bin/bolyst \
 && install --directory --owner=$APP_UID /var/lib/bolyst
ENV BOLYST_HOME=/var/lib/bolyst \
    # Inside a container 127.0.0.1 reaches nobody; what is open to the outside is said by the published ports.
    BOLYST_LISTEN=0.0.0.0
# The user that the base image has for services: nothing here needs root.
USER $APP_UID
EXPOSE 5080 5081
ENTRYPOINT ["bolyst"]
CMD ["up"]
