// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.CheckContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The first Dockerfiles of the bundled course: nothing is to be said of them but what the lesson itself teaches.
class LessonFilesTest {
  @Test
  void theFirstDockerfilesNeedNoAdvice() throws IOException {
    Path lesson = Path.of("lessons/containers-from-zero/060-first-dockerfile");
    try (Stream<Path> walk = Files.walk(lesson)) {
      List<Path> files = walk.filter(p -> p.endsWith("Dockerfile")).toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        assertThat(Advice.of(Dockerfile.parse(Files.readString(file)), CheckContext.NONE))
            .as(file.toString())
            .isEmpty();
      }
    }
    String solution =
        """
        FROM busybox:1.37
        COPY index.html /www/
        RUN grep -c "<li>" /www/index.html > /www/goods.txt
        EXPOSE 8080
        LABEL org.opencontainers.image.title="Kiosk"
        ENTRYPOINT ["httpd", "-f", "-p", "8080", "-h", "/www"]
        """;
    assertThat(Findings.of(Dockerfile.parse(solution), CheckContext.NONE)).isEmpty();
  }
}
