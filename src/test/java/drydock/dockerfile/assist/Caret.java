// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.check.CheckContext;
import java.util.List;
import java.util.Map;

/// A file with `|` where the caret stands.
record Caret(String text, int offset, Assist assist) {
  static final Map<String, List<Surroundings.Entry>> CONTEXT =
      Map.of(
          "",
          List.of(
              new Surroundings.Entry("app.py", false),
              new Surroundings.Entry("src", true),
              new Surroundings.Entry("secret.key", false),
              new Surroundings.Entry("my file", false)),
          "src",
          List.of(new Surroundings.Entry("main.py", false), new Surroundings.Entry("lib", true)));

  static final Surroundings AROUND =
      new Surroundings() {
        @Override
        public List<Image> images() {
          return List.of(new Image("busybox:1.37", "4 MB"), new Image("python:3.13-slim", ""));
        }

        @Override
        public List<Entry> folder(String path) {
          return CONTEXT.getOrDefault(path, List.of());
        }
      };

  static Caret in(String marked) {
    int offset = marked.indexOf('|');
    String text = marked.substring(0, offset) + marked.substring(offset + 1);
    CheckContext known = CheckContext.NONE.withIgnored(IgnoreRules.parse("*.key\nsrc/lib"));
    return new Caret(text, offset, new Assist(Dockerfile.parse(text), known, AROUND));
  }

  Completion completion() {
    return assist.completion(offset);
  }

  List<String> labels() {
    return completion().proposals().stream().map(Proposal::label).toList();
  }

  /// The text with one proposal taken.
  String taking(String label) {
    Completion completion = completion();
    Proposal proposal =
        completion.proposals().stream()
            .filter(p -> p.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(label + " is not among " + labels()));
    return completion.fix(proposal).applyTo(text);
  }
}
