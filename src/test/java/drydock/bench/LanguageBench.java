// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.advice.Findings;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the editor asks of a Dockerfile after a pause in typing: reading, checking and planning,
/// beside reading alone and a highlighter of one regular expression over the same text. In
/// processor time of this thread, which a busy machine hardly falsifies.
final class LanguageBench {
  /// One service of a larger file, 25 lines: `%1$d` is its number, `%2$d` the one before.
  private static final String SERVICE =
      """
      # service-%1$d is built like the others
      FROM --platform=$BUILDPLATFORM node:${NODE_VERSION}-alpine AS build%1$d
      ARG VERSION_%1$d=1.%1$d
      ARG TARGETARCH
      ENV NODE_ENV=production \\
          SERVICE_NAME="service-%1$d" \\
          SERVICE_VERSION=${VERSION_%1$d:-dev}
      WORKDIR /src/service-%1$d
      COPY package.json package-lock.json ./
      RUN --mount=type=cache,target=/root/.npm,id=npm-$TARGETARCH \\
          npm ci --omit=dev && \\
          npm cache verify # the cache stays outside the image
      COPY --link --chown=1000:1000 . .
      RUN echo "building $SERVICE_NAME for $TARGETARCH" && npm run build -- --out "/out/$VERSION_%1$d"

      FROM alpine:3.20 AS service%1$d
      LABEL org.opencontainers.image.title="service-%1$d" maintainer='the team'
      COPY <<EOF /etc/service.conf
      listen = 80%1$d
      name = ${SERVICE_NAME}
      EOF
      COPY --from=build%1$d --chmod=755 /out /app
      COPY --from=service%2$d /etc/ssl /etc/ssl
      EXPOSE 8080/tcp
      CMD ["/app/server", "--port", "8080"]
      """;

  private static final Pattern HIGHLIGHTER =
      Pattern.compile(
          "(?<COMMENT>^[ \\t]*#.*$)"
              + "|(?<KEYWORD>^[ \\t]*(?i:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY"
              + "|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\\b"
              + "|\\bAS\\b)"
              + "|(?<FLAG>\\B--[a-z][a-z-]*)"
              + "|(?<STRING>\"[^\"\\\\\\n]*(?:\\\\.[^\"\\\\\\n]*)*\"|'[^'\\n]*')"
              + "|(?<VARIABLE>\\$\\w+|\\$\\{[^}\\n]*\\})"
              + "|(?<CONTINUATION>\\\\[ \\t]*$)",
          Pattern.MULTILINE);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LanguageBench() {}

  static void run() {
    System.out.printf(
        Locale.ROOT, "%-38s %8s %8s %8s  ms%n", "processor time", "p50", "p99", "max");
    measure(200, 2, 3_000, 3_000);
    measure(5_000, 30, 300, 300);
  }

  private static void measure(int lines, int target, int warmUp, int rounds) {
    String text = file(lines);
    String name = String.format(Locale.ROOT, "%,d lines, ", lines);
    double p99 = row(name + "read, check, plan", text, LanguageBench::all, warmUp, rounds);
    row(name + "read", text, t -> Dockerfile.parse(t).tokens().size(), warmUp, rounds);
    row(name + "advice as well", text, LanguageBench::advised, warmUp, rounds);
    row(name + "complete and explain at a place", text, LanguageBench::help, warmUp, rounds);
    row(name + "regular expression", text, LanguageBench::highlight, warmUp, rounds);
    System.out.printf(
        Locale.ROOT,
        "%starget p99 at most %d ms: %s%n",
        name,
        target,
        p99 <= target ? "reached" : "missed");
  }

  private static double row(
      String name, String text, ToIntFunction<String> work, int warmUp, int rounds) {
    double[] times = new double[rounds];
    long results = 0;
    for (int i = -warmUp; i < rounds; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      results += work.applyAsInt(text);
      if (i >= 0) {
        times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    if (results == 0) {
      throw new IllegalStateException(name + " did nothing");
    }
    Arrays.sort(times);
    double p99 = times[rounds * 99 / 100];
    System.out.printf(
        Locale.ROOT, "%-38s %8.2f %8.2f %8.2f%n", name, times[rounds / 2], p99, times[rounds - 1]);
    return p99;
  }

  private static int all(String text) {
    Dockerfile file = Dockerfile.parse(text);
    return Checks.of(file, CheckContext.NONE).size() + BuildPlan.of(file, Map.of()).stages().size();
  }

  private static int advised(String text) {
    return Findings.of(Dockerfile.parse(text), CheckContext.NONE).size() + 1;
  }

  private static int help(String text) {
    Assist assist = new Assist(Dockerfile.parse(text), CheckContext.NONE, Surroundings.NONE);
    int offset = text.length() / 2;
    return assist.completion(offset).replaced().end() + (assist.hover(offset) == null ? 0 : 1);
  }

  private static int highlight(String text) {
    Matcher matcher = HIGHLIGHTER.matcher(text);
    int found = 0;
    while (matcher.find()) {
      found++;
    }
    return found;
  }

  /// Services one after the other, as many as there is room for, and as many lines as are left
  /// over.
  static String file(int lines) {
    StringBuilder text = new StringBuilder("# syntax=docker/dockerfile:1\nARG NODE_VERSION=22\n");
    text.append("FROM alpine AS service0\n");
    int service = (int) SERVICE.lines().count();
    for (int i = 1; i <= (lines - 3) / service; i++) {
      text.append(SERVICE.formatted(i, i - 1));
    }
    return text.append("# what is next?\n".repeat((lines - 3) % service)).toString();
  }
}
