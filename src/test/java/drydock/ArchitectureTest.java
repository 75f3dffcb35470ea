// SPDX-License-Identifier: Apache-2.0
package drydock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/// The rules of the house, kept by a test because a list of rules does not keep itself.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("drydock");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("drydock.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void javaFxStaysInTheUi() {
    noClasses()
        .that()
        .resideOutsideOfPackages("drydock.ui..", "drydock.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "org.fxmisc..")
        .because("the core is pure Java, and the command line starts without a toolkit")
        .check(CLASSES);
  }

  @Test
  void dockerJavaStaysInItsAdapter() {
    noClasses()
        .that()
        .resideOutsideOfPackages("drydock.engine.docker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..")
        .because("a client library is a detail of one adapter")
        .check(CLASSES);
  }

  @Test
  void threadsAreStartedInTwoPlaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages("drydock.ui.kit..", "drydock.engine.docker..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Executors.class, ForkJoinPool.class, Timer.class)
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "a thread is made", c -> c.getTargetOwner().isAssignableTo(Thread.class)))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a thread is started",
                (JavaMethodCall c) ->
                    c.getTargetOwner().isAssignableTo(Thread.class)
                        && List.of("start", "ofVirtual", "ofPlatform", "startVirtualThread")
                            .contains(c.getName())))
        .because("views and models ask a Background, streams belong to the engine adapter")
        .check(CLASSES);
  }

  @Test
  void theFxThreadIsEnteredInTheKit() {
    noClasses()
        .that()
        .resideOutsideOfPackages("drydock.ui.kit..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "Platform.runLater",
                (JavaMethodCall c) ->
                    c.getTargetOwner().getName().equals("javafx.application.Platform")
                        && c.getName().equals("runLater")))
        .because("Background hands over at most one batch a pulse")
        .check(CLASSES);
  }

  @Test
  void standardStreamsBelongToTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("drydock.cli..")
        .should()
        .accessFieldWhere(
            DescribedPredicate.describe(
                "System.out or System.err",
                a ->
                    a.getTargetOwner().isEquivalentTo(System.class)
                        && List.of("out", "err").contains(a.getTarget().getName())))
        .check(CLASSES);
  }

  @Test
  void leavesKnowNobody() {
    for (String leaf :
        List.of(
            "engine",
            "dockerfile",
            "diagram",
            "markup",
            "settings",
            "workspace",
            "files",
            "messages",
            "archive",
            "ui.kit")) {
      String name = "drydock." + leaf;
      noClasses()
          .that()
          .resideInAPackage(name)
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "lie elsewhere in drydock",
                  c ->
                      c.getPackageName().startsWith("drydock")
                          && !c.getPackageName().equals(name)
                          // texts for people are looked up everywhere, and files written everywhere
                          // alike
                          && !c.getPackageName().equals("drydock.messages")
                          && !(c.getPackageName().equals("drydock.files")
                              && List.of("drydock.settings", "drydock.workspace").contains(name))
                          && !(name.equals("drydock.messages")
                              && c.getPackageName().equals("drydock.engine"))))
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void packsKnowLessonsAndLessonsKnowGoals() {
    noClasses()
        .that()
        .resideInAnyPackage("drydock.lesson", "drydock.lesson.goal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("drydock.lesson.pack")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("drydock.lesson.goal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("drydock.lesson")
        .check(CLASSES);
  }

  @Test
  void noFeatureImportsAnother() {
    noClasses()
        .that()
        .resideInAPackage("drydock.ui.(*)..")
        .and()
        .resideOutsideOfPackages("drydock.ui.shell..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe("are the shell's", c -> isIn(c.getPackageName(), "shell")))
        .allowEmptyShould(true)
        .check(CLASSES);
    for (String feature :
        List.of(
            "lesson",
            "editor",
            "log",
            "picture",
            "containers",
            "engine",
            "moment",
            "namespaces",
            "limits",
            "network",
            "life",
            "stack")) {
      noClasses()
          .that()
          .resideInAPackage("drydock.ui." + feature + "..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "belong to another feature",
                  c ->
                      c.getPackageName().startsWith("drydock.ui.")
                          && List.of(feature, "kit", "render").stream()
                              .noneMatch(own -> isIn(c.getPackageName(), own))))
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  private static boolean isIn(String packageName, String uiPackage) {
    return packageName.equals("drydock.ui." + uiPackage)
        || packageName.startsWith("drydock.ui." + uiPackage + ".");
  }
}
