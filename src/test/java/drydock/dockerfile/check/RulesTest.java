// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.IgnoreRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each rule with a file in which it fires and three in which it nearly does.
class RulesTest {
  private static final CheckContext KNOWN =
      CheckContext.NONE
          .withIgnored(IgnoreRules.parse("secret\n*.log\n"))
          .withImages(image -> Map.of("PATH", "/bin"), image -> "linux/arm64");

  private static final String DESCRIBED = "# check=experimental=all\n\n";

  private record Case(Rule rule, int line, String fires, List<String> silent) {}

  private static Case of(Rule rule, int line, String fires, String... silent) {
    return new Case(rule, line, fires, List.of(silent));
  }

  private static final List<Case> CASES =
      List.of(
          of(
              Rule.STAGE_NAME_CASING,
              1,
              "FROM a AS Up",
              "FROM a AS up",
              "FROM A/b AS up-1",
              "FROM a"),
          of(Rule.FROM_AS_CASING, 1, "FROM a as b", "FROM a AS b", "from a as b", "From a as b"),
          of(
              Rule.NO_EMPTY_CONTINUATION,
              4,
              "FROM a\nRUN x \\\n\n y",
              "FROM a\nRUN x \\\n # y\n z",
              "FROM a\n\nRUN x",
              "FROM a\nRUN <<E\n\nE"),
          of(
              Rule.CONSISTENT_INSTRUCTION_CASING,
              2,
              "FROM a\nrun x",
              "from a\nrun x",
              "arg a\nFROM a",
              "FROM a\nONBUILD run x"),
          of(
              Rule.DUPLICATE_STAGE_NAME,
              2,
              "FROM a AS x\nFROM a AS X",
              "FROM a AS x\nFROM a AS y",
              "FROM a\nFROM a",
              "FROM a AS x\nFROM x"),
          of(
              Rule.RESERVED_STAGE_NAME,
              1,
              "FROM a AS scratch",
              "FROM scratch AS a",
              "FROM a AS contexts",
              "FROM a AS my-context"),
          of(
              Rule.JSON_ARGS_RECOMMENDED,
              2,
              "FROM a\nCMD x y",
              "FROM a\nCMD [\"x\"]",
              "FROM a\nSHELL [\"bash\"]\nCMD x",
              "FROM a\nHEALTHCHECK CMD x"),
          of(
              Rule.MAINTAINER_DEPRECATED,
              2,
              "FROM a\nMAINTAINER x",
              "FROM a\nLABEL maintainer=x",
              "FROM a\n# MAINTAINER x",
              "FROM a\nRUN MAINTAINER"),
          of(
              Rule.UNDEFINED_ARG_IN_FROM,
              1,
              "FROM ${x:-a}",
              "ARG x\nFROM ${x:-a}",
              "FROM --platform=$BUILDPLATFORM a",
              "FROM a$TARGETARCH"),
          of(
              Rule.WORKDIR_RELATIVE_PATH,
              2,
              "FROM a\nWORKDIR x",
              "FROM a\nWORKDIR /x\nWORKDIR y",
              "FROM a\nENV D=/x\nWORKDIR $D",
              "FROM a AS b\nWORKDIR /x\nFROM b\nWORKDIR y"),
          of(
              Rule.UNDEFINED_VAR,
              2,
              "FROM a\nCOPY $x /",
              "FROM a\nRUN echo $x",
              "FROM a\nARG x\nCOPY $x f /",
              "FROM a\nENV A='$x' B=\\$y P=$PATH"),
          of(
              Rule.MULTIPLE_INSTRUCTIONS_DISALLOWED,
              2,
              "FROM a\nCMD [\"x\"]\nCMD [\"y\"]",
              "FROM a\nCMD [\"x\"]\nENTRYPOINT [\"y\"]",
              "FROM a AS b\nCMD [\"x\"]\nFROM b\nCMD [\"y\"]",
              "FROM a\nONBUILD CMD [\"x\"]\nCMD [\"y\"]"),
          of(
              Rule.LEGACY_KEY_VALUE_FORMAT,
              2,
              "FROM a\nENV x y",
              "FROM a\nENV x=y",
              "FROM a\nARG x y",
              "FROM a\nLABEL x=\"y z\""),
          of(
              Rule.INVALID_BASE_IMAGE_PLATFORM,
              1,
              "FROM a",
              "FROM --platform=linux/arm64 a",
              "FROM scratch",
              "FROM --platform=linux/arm64/v8 a AS x\nFROM x"),
          of(
              Rule.REDUNDANT_TARGET_PLATFORM,
              1,
              "FROM --platform=$TARGETPLATFORM a",
              "FROM --platform=$BUILDPLATFORM a",
              "FROM --platform=$TARGETOS/$TARGETARCH a",
              "ARG P=$TARGETPLATFORM\nFROM --platform=$P a"),
          of(
              Rule.SECRETS_USED_IN_ARG_OR_ENV,
              2,
              "FROM a\nARG DB_PASSWORD",
              "FROM a\nENV PUBLIC_KEY=x",
              "FROM a\nENV KEYBOARD=de",
              "FROM a\nLABEL password=x"),
          of(
              Rule.INVALID_DEFAULT_ARG_IN_FROM,
              2,
              "ARG V\nFROM a:$V",
              "ARG V=1\nFROM a:$V",
              "ARG V\nFROM a:${V:-1}",
              "FROM a:1"),
          of(
              Rule.FROM_PLATFORM_FLAG_CONST_DISALLOWED,
              1,
              "FROM --platform=linux/amd64 a",
              "FROM --platform=linux/amd64 a AS amd64",
              "ARG P=linux/amd64\nFROM --platform=$P a",
              "FROM a"),
          of(
              Rule.COPY_IGNORED_FILE,
              4,
              DESCRIBED + "FROM a\nCOPY ./secret /",
              DESCRIBED + "FROM a\nCOPY --from=x secret /",
              DESCRIBED + "FROM a\nCOPY secrets /",
              "FROM a\nCOPY secret /",
              DESCRIBED + "FROM a\nADD https://example.com/x.log /",
              DESCRIBED + "FROM a\nCOPY <<secret /\nsecret"),
          of(
              Rule.INVALID_DEFINITION_DESCRIPTION,
              4,
              DESCRIBED + "# words\nARG x",
              DESCRIBED + "# x words\nARG x",
              DESCRIBED + "# words\n#\nARG x",
              "# words\nARG x"),
          of(
              Rule.EXPOSE_PROTO_CASING,
              2,
              "FROM a\nEXPOSE 80/TCP",
              "FROM a\nEXPOSE 80/tcp",
              "FROM a\nEXPOSE 80",
              "FROM a\nLABEL p=80/TCP"),
          of(
              Rule.EXPOSE_INVALID_FORMAT,
              2,
              "FROM a\nEXPOSE 8080:80",
              "FROM a\nEXPOSE 80-90/tcp",
              "FROM a\nEXPOSE 80 81",
              "FROM a\nRUN run -p 8080:80"));

  @TestFactory
  List<DynamicTest> everyRule() {
    assertThat(CASES).extracting(Case::rule).containsExactlyInAnyOrder(Rule.values());
    return CASES.stream()
        .map(c -> DynamicTest.dynamicTest(c.rule().code(), () -> check(c)))
        .toList();
  }

  private static void check(Case c) {
    assertThat(findings(c.fires(), c.rule(), KNOWN))
        .as(c.fires())
        .singleElement()
        .satisfies(finding -> assertThat(finding.line()).isEqualTo(c.line()))
        .satisfies(finding -> assertThat(finding.explanation()).isNotBlank());
    for (String silent : c.silent()) {
      assertThat(findings(silent, c.rule(), KNOWN)).as(silent).isEmpty();
    }
  }

  @Test
  void aMessageIsBuildKits() {
    assertThat(findings("FROM a:1", Rule.INVALID_BASE_IMAGE_PLATFORM, KNOWN))
        .extracting(Finding::message)
        .containsExactly(
            "Base image a:1 was pulled with platform \"linux/arm64\", expected \"linux/amd64\" for"
                + " current build");
    assertThat(
            findings(
                DESCRIBED + "FROM a\nADD x/../a.log secret /x/", Rule.COPY_IGNORED_FILE, KNOWN))
        .extracting(Finding::message)
        .containsExactly(
            "Attempting to Add file \"a.log\" that is excluded by .dockerignore",
            "Attempting to Add file \"secret\" that is excluded by .dockerignore");
  }

  @Test
  void withARuleThatTakesBackNothingIsSaidOfIgnoredFiles() {
    CheckContext context = KNOWN.withIgnored(IgnoreRules.parse("secret\n!other\n"));
    assertThat(findings(DESCRIBED + "FROM a\nCOPY secret /", Rule.COPY_IGNORED_FILE, context))
        .isEmpty();
  }

  @Test
  void anUnknownBaseImageMayDefineAnything() {
    CheckContext unknown = CheckContext.NONE;
    assertThat(findings("FROM a\nCOPY $GOPATH /", Rule.UNDEFINED_VAR, unknown)).isEmpty();
    assertThat(findings("FROM a\nENV x=1\nCOPY $y /", Rule.UNDEFINED_VAR, unknown)).isEmpty();
    assertThat(findings("FROM a\nENV PORT=1\nUSER $PROT", Rule.UNDEFINED_VAR, unknown))
        .extracting(Finding::message)
        .containsExactly("Usage of undefined variable '$PROT' (did you mean $PORT?)");
    assertThat(findings("FROM a", Rule.INVALID_BASE_IMAGE_PLATFORM, unknown)).isEmpty();
  }

  @Test
  void givenBuildArgumentsCount() {
    CheckContext given = CheckContext.NONE.withBuildArgs(Map.of("V", "/abs"));
    assertThat(findings("FROM a\nARG V\nWORKDIR $V", Rule.WORKDIR_RELATIVE_PATH, given)).isEmpty();
    assertThat(findings("FROM scratch\nARG V=$x\n", Rule.UNDEFINED_VAR, given)).isEmpty();
  }

  @Test
  void newerBuildersReadACommentAboveAnInstruction() {
    String above = "FROM a\n# check=skip=WorkdirRelativePath\nWORKDIR x\nENV a b";
    assertThat(findings(above, Rule.WORKDIR_RELATIVE_PATH, KNOWN)).hasSize(1);
    CheckContext newest = KNOWN.withEdition(Edition.NEWEST);
    assertThat(findings(above, Rule.WORKDIR_RELATIVE_PATH, newest)).isEmpty();
    assertThat(findings(above, Rule.LEGACY_KEY_VALUE_FORMAT, newest)).hasSize(1);
    String indented = above.replace("# check", " # check");
    assertThat(findings(indented, Rule.WORKDIR_RELATIVE_PATH, newest)).hasSize(1);
  }

  @Test
  void theFrontendThatTheFileNamesDecides() {
    String file = "FROM a\nENV PASSWORD_FILE=/x\nCOPY secret /";
    assertThat(findings(file, Rule.SECRETS_USED_IN_ARG_OR_ENV, KNOWN)).hasSize(1);
    assertThat(findings(file, Rule.COPY_IGNORED_FILE, KNOWN)).isEmpty();
    String newest = "# syntax=docker/dockerfile:1\n" + file;
    assertThat(findings(newest, Rule.SECRETS_USED_IN_ARG_OR_ENV, KNOWN)).isEmpty();
    assertThat(findings(newest, Rule.COPY_IGNORED_FILE, KNOWN)).hasSize(1);
    String old = "# syntax=docker/dockerfile:1.19\n" + file;
    assertThat(findings(old, Rule.COPY_IGNORED_FILE, KNOWN)).isEmpty();
  }

  private static List<Finding> findings(String text, Rule rule, CheckContext context) {
    return Checks.buildChecks(Dockerfile.parse(text + "\n"), context).stream()
        .filter(finding -> finding.code().equals(rule.code()))
        .toList();
  }
}
