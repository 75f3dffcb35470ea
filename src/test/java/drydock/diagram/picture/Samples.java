// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildState;
import drydock.engine.EngineInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds and images to draw: the same shapes as real ones, made by hand.
public final class Samples {
  public static final Instant AT = Instant.parse("2026-03-02T14:02:31Z");

  private Samples() {}

  /// All pictures that golden files, invariants and PNGs are made of, by name.
  public static Map<String, Scene> scenes(double width) {
    Map<String, Scene> scenes = new LinkedHashMap<>();
    scenes.put(
        "build-empty", BuildPicture.of(BuildPlan.of("", Map.of()), BuildFacts.of(""), width));
    scenes.put("build-plan", BuildPicture.of(Builds.webPlan(), Builds.facts(), width));
    scenes.put(
        "build-no-steps",
        BuildPicture.of(BuildState.begin("kiosk:dev", AT), Builds.facts(), width));
    scenes.put("build-waiting", BuildPicture.of(Builds.kiosk(0), Builds.facts(), width));
    scenes.put("build-running", BuildPicture.of(Builds.kiosk(3), Builds.facts(), width));
    scenes.put(
        "build-done",
        BuildPicture.of(Builds.kiosk(5), Builds.facts().withImage(161_000_000), width));
    scenes.put(
        "build-cached",
        BuildPicture.of(Builds.allCached(), Builds.facts().withImage(161_000_000), width));
    scenes.put("build-failed", BuildPicture.of(Builds.failed(), Builds.facts(), width));
    scenes.put("build-cancelled", BuildPicture.of(Builds.cancelled(), Builds.facts(), width));
    scenes.put("build-parse-error", BuildPicture.of(Builds.parseError(), Builds.facts(), width));
    scenes.put("build-broken", BuildPicture.of(Builds.broken(), Builds.facts(), width));
    scenes.put("build-one-step", BuildPicture.of(Builds.oneStep(), BuildFacts.of(""), width));
    scenes.put(
        "build-two-stages",
        BuildPicture.of(Builds.twoStages(), Builds.facts().withImage(12_300_000), width));
    scenes.put(
        "build-stages",
        BuildPicture.of(Builds.stages(), Builds.facts().withImage(4_300_000), width));
    scenes.put("build-long", BuildPicture.of(Builds.chain(60), Builds.facts(), width));
    scenes.put("build-huge", BuildPicture.of(Builds.chain(260), Builds.facts(), width));
    scenes.put(
        "build-hostile", BuildPicture.of(Builds.hostile(), BuildFacts.of("<tag>&\"'"), width));
    BuildMoment web = BuildMoment.of(WebBuilds.plan(), Builds.facts());
    scenes.put("build-web-plan", BuildPicture.of(web, width));
    BuildMoment foretold = web.withPrediction(WebBuilds.prediction(false));
    scenes.put("build-predicted", BuildPicture.of(foretold, width));
    scenes.put(
        "build-predicted-running", BuildPicture.of(foretold.withState(WebBuilds.running()), width));
    scenes.put(
        "build-predicted-done",
        BuildPicture.of(
            web.withPrediction(WebBuilds.prediction(true))
                .withState(WebBuilds.second())
                .withBefore(WebBuilds.first()),
            width));
    scenes.put(
        "build-classic", BuildPicture.of(foretold.withClassic(WebBuilds.prediction(true)), width));
    scenes.put("build-target", BuildPicture.of(web.withTarget("assets"), width));
    scenes.put(
        "layers", LayersPicture.of(Images.kioskLayers(EngineInfo.ImageStore.GRAPH_DRIVER), width));
    scenes.put(
        "layers-containerd",
        LayersPicture.of(Images.kioskLayers(EngineInfo.ImageStore.CONTAINERD), width));
    scenes.put(
        "layers-containers",
        LayersPicture.of(Images.withContainers(EngineInfo.ImageStore.GRAPH_DRIVER), width));
    scenes.put(
        "layers-containers-blocks",
        LayersPicture.of(Images.withContainers(EngineInfo.ImageStore.CONTAINERD), width));
    scenes.put("layers-waste", LayersPicture.of(Images.wasteful(), width));
    scenes.put("layers-thrifty", LayersPicture.of(Images.thrifty(), width));
    scenes.put("drill", DrillPicture.of(Drills.config(), width));
    scenes.put("drill-container", DrillPicture.of(Drills.inContainer(), width));
    scenes.put("drill-odd", DrillPicture.of(Drills.odd(), width));
    scenes.put("layers-compared", LayersPicture.of(Images.compared(), width));
    scenes.put("layers-strangers", LayersPicture.of(Images.strangers(), width));
    scenes.put("layers-base", LayersPicture.of(Images.busybox(), width));
    scenes.put("layers-unknown", LayersPicture.of(Images.mismatch(), width));
    scenes.put("layers-no-history", LayersPicture.of(Images.noHistory(), width));
    scenes.put("namespaces", NamespacesPicture.of(Namespacings.small(), width));
    scenes.put("namespaces-busy", NamespacesPicture.of(Namespacings.busy(), width));
    scenes.put("namespaces-degraded", NamespacesPicture.of(Namespacings.degraded(), width));
    scenes.put("limits", LimitsPicture.of(Limitings.small(), width));
    scenes.put("limits-tight", LimitsPicture.of(Limitings.tight(), width));
    scenes.put("limits-cgroup2", LimitsPicture.of(Limitings.cgroup2(), width));
    scenes.put("limits-podman", LimitsPicture.of(Limitings.podman(), width));
    scenes.put("limits-busy", LimitsPicture.of(Limitings.busy(), width));
    scenes.put("network", NetworkPicture.of(Networkings.small(), width));
    scenes.put("network-asked", NetworkPicture.of(Networkings.asked(), width));
    scenes.put("network-busy", NetworkPicture.of(Networkings.busy(), width));
    scenes.put("network-crowded", NetworkPicture.of(Networkings.crowded(), width));
    scenes.put("network-degraded", NetworkPicture.of(Networkings.degraded(), width));
    scenes.put("network-podman", NetworkPicture.of(Networkings.podman(), width));
    scenes.put("life", LifePicture.of(Lifes.small(), width));
    scenes.put("life-busy", LifePicture.of(Lifes.busy(), width));
    scenes.put("life-degraded", LifePicture.of(Lifes.degraded(), width));
    scenes.put("life-brief", LifePicture.of(Lifes.brief(), width));
    scenes.put("stack", StackPicture.of(Stackings.desktop(), width));
    stack(scenes, "native", Stackings.of(Stackings.NATIVE, Stackings.LINUX, 2), width);
    stack(scenes, "rootless", Stackings.of(Stackings.ROOTLESS, Stackings.RENTED, 1), width);
    stack(scenes, "remote", Stackings.of(Stackings.REMOTE, Stackings.MAC, 3), width);
    stack(scenes, "podman", Stackings.of(Stackings.PODMAN, Stackings.WINDOWS, 2), width);
    stack(scenes, "none", Stackings.of(Stackings.DESKTOP, Stackings.WINDOWS, 0), width);
    stack(scenes, "twenty", Stackings.of(Stackings.NATIVE, Stackings.LINUX, 20), width);
    stack(scenes, "hundred", Stackings.of(Stackings.DESKTOP, Stackings.MAC, 100), width);
    stack(scenes, "odd", Stackings.odd(), width);
    scenes.put("build-goal", withGoal(BuildPicture.of(Builds.kiosk(5), Builds.facts(), width)));
    return scenes;
  }

  private static void stack(
      Map<String, Scene> scenes, String name, StackFacts facts, double width) {
    scenes.put("stack-" + name, StackPicture.of(facts, width));
  }

  private static Scene withGoal(Scene scene) {
    Rect around = scene.element("stage-0/4").orElseThrow().area().grown(6);
    return scene.plus(
        new Element.Group(
            "goal", around, Role.GOAL, List.of(), new About("goal: reused", "", null, null)));
  }
}
