# The front end, then the program with the front end inside it, then an image with nothing but the program.
# docker build --build-arg VERSION=$(git describe --tags --always) -t verbindend .

FROM node:20 AS front
WORKDIR /src/web/app
COPY web/app/package.json web/app/package-lock.json web/app/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY web/app ./
RUN npm run build

FROM golang:1.26 AS program
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY session session
COPY reports reports
COPY web web
COPY --from=front /src/web/dist web/dist
COPY --from=front /src/reports/faces/cut reports/faces/cut
ARG VERSION=unversioned
# Without cgo the program needs no C library, so the last image needs none either.
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /out/verbindend ./cmd/verbindend
# A new volume takes over the owner of the folder it is mounted on, so the folder has to be in the image.
RUN mkdir -p /out/data

FROM scratch
# For rediss:// addresses; plain redis:// needs none.
COPY --from=program /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=program /out/verbindend /verbindend
COPY --from=program --chown=65532:65532 /out/data /data
USER 65532:65532
# The times in reports are those of the room.
ENV VERBINDEND_ADDR=:8080 VERBINDEND_DATA=/data TZ=Europe/Amsterdam
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["/verbindend", "health"]
ENTRYPOINT ["/verbindend"]
CMD ["serve"]
