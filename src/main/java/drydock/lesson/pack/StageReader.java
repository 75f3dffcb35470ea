// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.PackFile;
import drydock.lesson.Stage;
import drydock.lesson.StagedContainer;
import drydock.lesson.StagedImage;
import drydock.lesson.StagedNetwork;
import drydock.lesson.StagedVolume;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `stage` of a step -> [Stage].
final class StageReader {
  private final PackFolder folder;
  private final String lesson;
  private final List<String> packImages;

  /// @param lesson the lesson's folder
  /// @param packImages the pack's list
  StageReader(PackFolder folder, String lesson, List<String> packImages) {
    this.folder = folder;
    this.lesson = lesson;
    this.packImages = packImages;
  }

  Stage read(@Nullable Fields fields) {
    if (fields == null) {
      return Stage.NONE;
    }
    List<StagedImage> images = new ArrayList<>();
    List<StagedNetwork> networks = new ArrayList<>();
    List<StagedVolume> volumes = new ArrayList<>();
    List<StagedContainer> containers = new ArrayList<>();
    fields.list("images").forEach(image -> images.add(image(image)));
    fields.list("networks").forEach(network -> networks.add(network(network)));
    fields.list("volumes").forEach(volume -> volumes.add(volume(volume)));
    Set<String> names = new HashSet<>();
    for (Fields each : fields.list("containers")) {
      StagedContainer container = ContainerReader.read(each);
      if (container.name().isEmpty()) {
        each.problem(Rule.FIELD_MISSING, "name");
      } else if (!names.add(container.name())) {
        each.problem(Rule.ID_TWICE, container.name());
      }
      containers.add(container);
    }
    fields.end();
    return new Stage(images, networks, volumes, containers);
  }

  private StagedImage image(Fields fields) {
    String tag = ContainerReader.image(fields, "tag");
    String dockerfile = fields.optionalText("dockerfile");
    String path = fields.optionalText("folder");
    fields.end();
    if (dockerfile != null && path != null) {
      fields.problem(Rule.FIELD_CHOICE, "dockerfile, folder");
    }
    if (dockerfile != null) {
      return new StagedImage.Written(tag, dockerfile);
    }
    if (path != null) {
      Map<String, PackFile> files = folder.files(lesson + "/" + path);
      if (!files.containsKey("Dockerfile")) {
        fields.problemAt("folder", Rule.FILE_MISSING);
      }
      return new StagedImage.Built(tag, files);
    }
    if (!packImages.contains(tag)) {
      fields.problemAt("tag", Rule.IMAGE_LISTED, YamlReader.shown(tag));
    }
    return new StagedImage.Listed(tag);
  }

  static StagedNetwork network(Fields fields) {
    StagedNetwork network =
        new StagedNetwork(
            fields.matching("name", Patterns.NAME, Messages.get("lesson.pack.rule.name")),
            fields.flag("internal"));
    fields.end();
    return network;
  }

  static StagedVolume volume(Fields fields) {
    String name = fields.matching("name", Patterns.NAME, Messages.get("lesson.pack.rule.name"));
    Map<String, String> files = fields.textMap("files");
    for (String path : files.keySet()) {
      Rule wrong = SafeNames.pathProblem(fields.example(path));
      if (wrong != null) {
        fields.problemAt("files", wrong);
      }
    }
    fields.end();
    return new StagedVolume(name, files);
  }
}
