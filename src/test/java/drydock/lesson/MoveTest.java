// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Limits;
import drydock.lesson.pack.PackReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Moves say the same as docker's own command line.
class MoveTest {
  private static final Pack PACK =
      Objects.requireNonNull(
          PackReader.read(Path.of("src/test/resources/packs/everything")).pack());

  @Test
  void aContainerSaysAllThatIsDeclaredOfIt() {
    List<StagedContainer> staged =
        PACK.lessons().getFirst().steps().getFirst().stage().containers();
    assertThat(new Move.Run(staged.getFirst()).command())
        .isEqualTo(
            "docker run -d --name db --network shop-net --network-alias store"
                + " -e SHOP_NAME={{shop}} -e SHOP_PORT=8080 -p 127.0.0.1::8080"
                + " -p 127.0.0.1:{{port}}:9090 -p 127.0.0.1::53/udp --memory 64m"
                + " --memory-swap 128m --cpus 0.5 --cpu-shares 512 --pids-limit 20"
                + " -v shop-data:/data -v ./site:/site:ro --tmpfs /tmp -u 1000:1000 -w /data"
                + " --restart on-failure:3 --health-cmd true --health-interval 5s"
                + " --health-timeout 2s --health-start-period 1s --health-retries 2"
                + " --entrypoint /bin/sh shop-base:1 -c 'exec \"$@\"' sh sleep 600");
    assertThat(staged.stream().skip(1).map(c -> new Move.Run(c).command()))
        .containsExactly(
            "docker run -d --name beside --network container:db --pid container:db --ipc"
                + " container:db busybox:1.37",
            "docker run --name corpse busybox:1.37 false",
            "docker create --name unborn --network none busybox:1.37");
  }

  @Test
  void everyMoveOfThePackHasItsLine() {
    Stream<Move> moves =
        PACK.lessons().stream()
            .flatMap(l -> l.steps().stream())
            .flatMap(
                s ->
                    Stream.of(
                            s.actions().stream().map(StepAction::move),
                            s.moves().stream(),
                            s.cleanup().stream())
                        .flatMap(m -> m));
    assertThat(moves.map(Move::command))
        .containsExactly(
            "docker exec db ps",
            "docker stop db",
            "docker start db",
            "Write the file Dockerfile",
            "docker build --no-cache -t {{shop}}:dev .",
            "docker rmi {{shop}}:dev",
            "Delete the file Dockerfile",
            "Wait 2 seconds",
            "docker run -d --name {{shop}} -p 127.0.0.1:{{port}}:8080 {{shop}}:dev",
            "docker run -d {{shop}}:dev",
            "docker restart db",
            "docker pause db",
            "docker unpause db",
            "docker kill --signal TERM db",
            "docker update --memory 64m {{shop}}",
            "docker tag {{shop}}:dev {{shop}}:1",
            "docker rm -f db",
            "docker network create --internal shop-net",
            "docker network create other-net",
            "docker volume create plain",
            "docker volume create shop-data",
            "docker network connect --alias=shop shop-net web",
            "docker network disconnect other-net web",
            "docker network rm other-net",
            "docker volume rm plain");
  }

  @Test
  void wordsAreQuotedForEveryShell() {
    assertThat(
            new Move.Exec("web", List.of("echo", "two words", "$HOME", "it's \"so\"", ""))
                .command())
        .isEqualTo("docker exec web echo \"two words\" '$HOME' 'it'\\''s \"so\"' \"\"");
    assertThat(new Move.Limit("web", new Limits(1_000, -1, 250_000_000, 0, 0)).command())
        .isEqualTo("docker update --memory 1000b --memory-swap -1 --cpus 0.25 web");
  }
}
