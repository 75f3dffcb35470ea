// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// "What can this process see?" Containers against namespaces: the same look is the same namespace.
/// Below, the processes of one container with their two numbers.
public final class NamespacesPicture {
  private static final double LEFT = 12;
  private static final double TOP = 26;
  private static final double ROW = 34;
  private static final double GAP = 4;
  private static final double STRIP = 14;
  private static final int MOST_ROWS = 40;
  private static final List<Namespace> KINDS = List.of(Namespace.values());

  private final NamespacesFacts facts;
  private final NamespaceGroups groups;
  private final double available;
  private final double labelWidth;
  private final double cellWidth;
  private final List<Element> elements = new ArrayList<>();
  private double y = TOP;

  private NamespacesPicture(NamespacesFacts facts, double width) {
    this.facts = facts;
    this.groups = new NamespaceGroups(facts);
    this.available = Math.max(width, 420);
    double least = Math.floor(Math.clamp(available * 0.26, 108, 200));
    double rest = available - 2 * LEFT - least;
    this.cellWidth = Math.floor(Math.min(rest / KINDS.size() - GAP, 84));
    this.labelWidth = available - 2 * LEFT - KINDS.size() * (cellWidth + GAP);
  }

  /// @param width to fill
  public static Scene of(NamespacesFacts facts, double width) {
    return new NamespacesPicture(facts, width).draw();
  }

  /// What stands there while there is no engine.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.namespaces.question"),
        Messages.get("picture.namespaces.noEngine"),
        width,
        0,
        List.of());
  }

  private Scene draw() {
    String question = Messages.get("picture.namespaces.question");
    if (facts.rows().isEmpty()) {
      return new Scene(question, Messages.get("picture.namespaces.empty"), available, 0, List.of());
    }
    for (Namespace kind : KINDS) {
      head(kind);
    }
    host();
    facts.rows().stream().limit(MOST_ROWS).forEach(this::row);
    if (facts.rows().size() > MOST_ROWS) {
      words("more", Messages.get("picture.namespaces.more", facts.rows().size() - MOST_ROWS));
    }
    y += 6;
    List<String> shared = groups.sentences();
    for (int i = 0; i < Math.min(shared.size(), 6); i++) {
      words("shared:" + i, shared.get(i), TextStyle.SMALL_STRONG, Ink.STRONG);
    }
    KINDS.stream()
        .filter(kind -> groups.host(kind).isEmpty())
        .forEach(kind -> words("why:host:" + kind.file(), hostReason(kind)));
    reasons().forEach(reason -> words("why:" + reason, reason));
    y = new ProcessPairs(facts, elements, available).draw(y + 10);
    return new Scene(question, answer(), available, y + 4, elements);
  }

  private String answer() {
    long running =
        facts.rows().stream()
            .filter(r -> r.seen().method() != Namespaces.Method.NOT_RUNNING)
            .count();
    if (groups.sentences().isEmpty()) {
      return reasons().isEmpty()
          ? Messages.get("picture.namespaces.apart", running)
          : Messages.get("picture.namespaces.partly", running);
    }
    return Messages.get("picture.namespaces.together", running);
  }

  private double x(Namespace kind) {
    return LEFT + labelWidth + GAP + KINDS.indexOf(kind) * (cellWidth + GAP);
  }

  private void head(Namespace kind) {
    elements.add(
        new Element.Text(
            "kind:" + kind.file(),
            new Rect(x(kind) - 1, 2, cellWidth + 2, 20),
            Role.NEUTRAL,
            List.of(
                Label.middle(
                    TextStyle.SMALL_STRONG.fit(kind.file(), cellWidth + 2),
                    cellWidth / 2 + 1,
                    14,
                    TextStyle.SMALL_STRONG,
                    Ink.MUTED)),
            new About(kind.file() + ": " + NamespaceGroups.name(kind), "", null, null)));
  }

  private void host() {
    String machine = Messages.get("picture.namespaces.machine");
    label("host", machine, Role.NEUTRAL, new About(machine, "", null, null));
    for (Namespace kind : KINDS) {
      OptionalLong inode = groups.host(kind);
      boolean known = inode.isPresent();
      String name =
          known
              ? Messages.get("picture.namespaces.hostCell", kind.file())
              : Messages.get("picture.namespaces.hostUnknown", kind.file());
      boolean read = facts.host().containsKey(kind);
      Evidence evidence =
          known
              ? new Evidence(
                  "docker run --rm --pid host --network host --ipc host --uts host --cgroupns host"
                      + " busybox readlink /proc/self/ns/"
                      + kind.file(),
                  read
                      ? Messages.get("picture.namespaces.byHelper")
                      : Messages.get("picture.namespaces.byKernel"),
                  "stdout = " + kind.file() + ":[" + inode.getAsLong() + "]",
                  read ? facts.at() : null)
              : null;
      String sentence = known ? name : hostReason(kind);
      cell(
          "host:" + kind.file(),
          kind,
          known ? Role.NEUTRAL : Role.UNKNOWN,
          known ? Messages.get("picture.namespaces.own") : "?",
          new About(name, sentence, evidence, null));
    }
    y += ROW + GAP;
  }

  private void row(NamespacesFacts.Row row) {
    String id = row.container().id();
    boolean runs = row.seen().method() != Namespaces.Method.NOT_RUNNING;
    String name = row.container().name();
    label(
        "row:" + id,
        name,
        runs ? Role.NEUTRAL : Role.WAITING,
        new About(
            runs ? name : Messages.get("picture.namespaces.ended", name),
            runs
                ? Messages.get("picture.namespaces.rowHelp", name)
                : Messages.get("picture.namespaces.endedWhy"),
            Asked.container(name, "State.Pid = " + row.container().state().pid(), facts.at()),
            id));
    if (runs) {
      for (Namespace kind : KINDS) {
        cell(row, kind);
      }
    } else {
      double left = x(Namespace.PID);
      elements.add(
          new Element.Text(
              "ended:" + id,
              new Rect(left, y, available - left - LEFT, ROW),
              Role.WAITING,
              List.of(
                  Label.start(
                      TextStyle.SMALL.fit(
                          Messages.get("picture.namespaces.endedShort"), available - left - LEFT),
                      4,
                      21,
                      TextStyle.SMALL,
                      Ink.MUTED)),
              new About(
                  Messages.get("picture.namespaces.endedShort"),
                  "",
                  Asked.container(name, "State.Running = " + row.container().alive(), facts.at()),
                  null)));
    }
    y += ROW + GAP;
  }

  private void cell(NamespacesFacts.Row row, Namespace kind) {
    NamespaceGroups.Cell cell = groups.cell(row, kind);
    String container = row.container().name();
    Long inode = cell.inode();
    if (inode == null) {
      String reason = reason(row.seen(), kind);
      cell(
          "cell:" + row.container().id() + ":" + kind.file(),
          kind,
          Role.UNKNOWN,
          "?",
          new About(
              Messages.get("picture.namespaces.unknownCell", container, kind.file()),
              reason,
              null,
              row.container().id()));
      return;
    }
    String name =
        cell.host()
            ? Messages.get("picture.namespaces.cellHost", container, kind.file())
            : Messages.get("picture.namespaces.cell", container, kind.file(), cell.letter());
    cell(
        "cell:" + row.container().id() + ":" + kind.file(),
        kind,
        cell.role(),
        cell.host() ? Messages.get("picture.namespaces.own") : cell.letter(),
        new About(
            name,
            name + ". " + NamespaceGroups.name(kind) + ".",
            evidence(row, kind, inode),
            row.container().id()));
  }

  private Evidence evidence(NamespacesFacts.Row row, Namespace kind, long inode) {
    String name = row.container().name();
    return switch (row.seen().method()) {
      case TOP -> row.top("Processes[" + kind.name() + "NS] = " + inode);
      case HELPER ->
          new Evidence(
              "docker run --rm --pid container:"
                  + name
                  + " busybox readlink /proc/1/ns/"
                  + kind.file(),
              Messages.get("picture.namespaces.byHelper"),
              "stdout = " + kind.file() + ":[" + inode + "]",
              row.seen().at());
      case EXEC, NOT_OURS, NO_SHELL, ASKED, NOT_RUNNING ->
          Asked.exec(
              name,
              List.of("readlink", "/proc/1/ns/" + kind.file()),
              "stdout = " + kind.file() + ":[" + inode + "]",
              row.seen().at());
    };
  }

  private void label(String id, String text, Role role, About about) {
    elements.add(
        new Element.Box(
            id,
            new Rect(LEFT, y, labelWidth, ROW),
            role,
            6,
            0,
            List.of(
                Label.start(
                    TextStyle.HEADING.fitName(text, labelWidth - 18),
                    9,
                    21,
                    TextStyle.HEADING,
                    role == Role.WAITING ? Ink.MUTED : Ink.STRONG)),
            about));
  }

  private void cell(String id, Namespace kind, Role role, String text, About about) {
    double strip = role == Role.NEUTRAL ? 0 : STRIP;
    double room = cellWidth - strip - 2;
    elements.add(
        new Element.Box(
            id,
            new Rect(x(kind), y, cellWidth, ROW),
            role,
            5,
            strip,
            List.of(
                Label.middle(
                    TextStyle.SMALL_STRONG.fit(text, room),
                    strip + (cellWidth - strip) / 2,
                    21,
                    TextStyle.SMALL_STRONG,
                    role == Role.NEUTRAL ? Ink.MUTED : Ink.ROLE)),
            about));
  }

  /// Why cells are hatched, each reason once.
  private Set<String> reasons() {
    Set<String> reasons = new LinkedHashSet<>();
    for (NamespacesFacts.Row row : facts.rows().stream().limit(MOST_ROWS).toList()) {
      if (row.seen().method() != Namespaces.Method.NOT_RUNNING) {
        for (Namespace kind : KINDS) {
          if (!row.seen().inodes().containsKey(kind)) {
            reasons.add(reason(row.seen(), kind));
          }
        }
      }
    }
    return reasons;
  }

  private static String hostReason(Namespace kind) {
    return kind == Namespace.MNT
        ? Messages.get("picture.namespaces.hostFiles")
        : Messages.get("picture.namespaces.hostWhy", kind.file());
  }

  private static String reason(Namespaces seen, Namespace kind) {
    return switch (seen.method()) {
      case TOP -> Messages.get("picture.namespaces.noColumn", kind.column());
      case EXEC, HELPER -> Messages.get("picture.namespaces.noFile", kind.file());
      case NOT_OURS -> Messages.get("picture.namespaces.notOurs");
      case NO_SHELL -> Messages.get("picture.namespaces.noShell");
      case ASKED -> Messages.get("picture.namespaces.asked");
      case NOT_RUNNING -> Messages.get("picture.namespaces.endedWhy");
    };
  }

  private void words(String id, String text) {
    words(id, text, TextStyle.SMALL, Ink.MUTED);
  }

  private void words(String id, String text, TextStyle style, Ink ink) {
    List<String> lines = style.wrap(text, available - 2 * LEFT, 3);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      labels.add(Label.start(lines.get(i), 0, 12 + 16 * i, style, ink));
    }
    elements.add(
        new Element.Text(
            id,
            new Rect(LEFT, y, available - 2 * LEFT, 16.0 * lines.size() + 2),
            Role.NEUTRAL,
            labels,
            new About(text, "", null, null)));
    y += 16 * lines.size() + 4;
  }
}
