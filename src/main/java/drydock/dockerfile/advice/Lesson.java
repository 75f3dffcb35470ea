// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

/// The lessons of "Containers from zero" that advice leads to.
public enum Lesson {
  MEET_YOUR_ENGINE("meet-your-engine"),
  WORKS_ON_MY_MACHINE("works-on-my-machine"),
  VM_OR_CONTAINER("vm-or-container"),
  NAMESPACES("namespaces"),
  CGROUPS("cgroups"),
  LAYERS("layers"),
  FIRST_DOCKERFILE("first-dockerfile"),
  BUILD_CACHE("build-cache"),
  MULTI_STAGE_BUILDS("multi-stage-builds"),
  PORTS_AND_SETTINGS("ports-and-settings"),
  VOLUMES("volumes"),
  NETWORKS("networks"),
  HEALTH_RESTARTS_SIGNALS("health-restarts-signals"),
  TAGS_DIGESTS_REGISTRIES("tags-digests-registries");

  private final String id;

  Lesson(String id) {
    this.id = id;
  }

  /// As the pack names it.
  public String id() {
    return id;
  }
}
