// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.List;

/// Pieces of Dockerfiles that are done right, with places to fill in.
final class Snippets {
  private Snippets() {}

  /// Whole files.
  static List<Proposal> files(Casing casing) {
    return List.of(
        snippet(
            casing,
            "FROM go multi-stage",
            Messages.get("assist.snippet.go"),
            """
            FROM golang:${1:1.25} AS build
            WORKDIR /src
            COPY go.mod go.sum ./
            RUN --mount=type=cache,target=/go/pkg/mod go mod download
            COPY . .
            RUN --mount=type=cache,target=/go/pkg/mod \\
                --mount=type=cache,target=/root/.cache/go-build \\
                CGO_ENABLED=0 go build -o /${2:app} ${3:.}

            FROM scratch
            COPY --from=build /${2:app} /${2:app}
            USER 65532:65532
            ENTRYPOINT ["/${2:app}"]
            """),
        snippet(
            casing,
            "FROM node multi-stage",
            Messages.get("assist.snippet.node"),
            """
            FROM node:${1:24}-slim AS build
            WORKDIR /app
            COPY package.json package-lock.json ./
            RUN --mount=type=cache,target=/root/.npm npm ci
            COPY . .
            RUN npm run build && npm prune --omit=dev

            FROM node:${1:24}-slim
            WORKDIR /app
            ENV NODE_ENV=production
            COPY --from=build /app/node_modules ./node_modules
            COPY --from=build /app/${2:dist} ./${2:dist}
            USER node
            EXPOSE ${3:3000}
            CMD ["node", "${2:dist}/${4:index.js}"]
            """),
        snippet(
            casing,
            "FROM python multi-stage",
            Messages.get("assist.snippet.python"),
            """
            FROM python:${1:3.13}-slim AS build
            RUN python -m venv /venv
            COPY requirements.txt .
            RUN --mount=type=cache,target=/root/.cache/pip \\
                /venv/bin/pip install -r requirements.txt

            FROM python:${1:3.13}-slim
            WORKDIR /app
            ENV PATH=/venv/bin:$PATH
            COPY --from=build /venv /venv
            COPY . .
            USER 65532:65532
            CMD ["python", "${2:app.py}"]
            """));
  }

  /// Single steps of a stage.
  static List<Proposal> steps(Casing casing) {
    return List.of(
        snippet(
            casing,
            "RUN apt-get install",
            Messages.get("assist.snippet.apt"),
            """
            RUN apt-get update \\
                && apt-get install -y --no-install-recommends ${1:curl} \\
                && rm -rf /var/lib/apt/lists/*
            """),
        snippet(
            casing,
            "RUN apk add",
            Messages.get("assist.snippet.apk"),
            "RUN apk add --no-cache ${1:curl}\n"),
        snippet(
            casing,
            "RUN cache mount",
            Messages.get("assist.snippet.cache"),
            """
            RUN --mount=type=cache,target=${1:/root/.cache} \\
                ${2:pip install -r requirements.txt}
            """),
        snippet(
            casing,
            "RUN secret mount",
            Messages.get("assist.snippet.secret"),
            """
            RUN --mount=type=secret,id=${1:token},env=${2:TOKEN} \\
                ${3:./fetch.sh}
            """),
        snippet(
            casing,
            "RUN heredoc",
            Messages.get("assist.snippet.heredoc"),
            """
            RUN <<EOF
            set -e
            ${1:echo first}
            ${2:echo second}
            EOF
            """),
        snippet(
            casing,
            "COPY heredoc",
            Messages.get("assist.snippet.copyHeredoc"),
            """
            COPY <<EOF ${1:/etc/app.conf}
            ${2:name=value}
            EOF
            """),
        snippet(
            casing,
            "HEALTHCHECK http",
            Messages.get("assist.snippet.health"),
            """
            HEALTHCHECK --interval=${1:30s} --timeout=${2:3s} --start-period=${3:10s} \\
                CMD wget -qO /dev/null http://localhost:${4:8080}/ || exit 1
            """),
        snippet(
            casing,
            "USER without rights",
            Messages.get("assist.snippet.user"),
            """
            RUN useradd --system --uid ${1:10001} ${2:app}
            USER ${2:app}
            """));
  }

  private static Proposal snippet(
      Casing casing, String label, String documentation, String template) {
    Snippet snippet = Snippet.parse(casing.lines(template.stripTrailing()));
    return new Proposal(
        Kind.SNIPPET,
        casing.isLower() ? casing.lines(label) : label,
        "",
        documentation,
        snippet,
        false);
  }
}
