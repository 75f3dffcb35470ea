// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;

/// How a step stands: each with a mark and a word, so that colour is never alone.
enum StepState {
  WAITING("○", Ink.MUTED),
  RUNNING("●", Ink.RUNNING),
  REUSED("↺", Ink.REUSED),
  RAN("✓", Ink.RAN),
  FAILED("✗", Ink.FAILED),
  CANCELLED("■", Ink.MUTED),
  NOT_RUN("–", Ink.MUTED);

  private final String mark;
  private final Ink ink;

  StepState(String mark, Ink ink) {
    this.mark = mark;
    this.ink = ink;
  }

  String mark() {
    return mark;
  }

  Ink ink() {
    return ink;
  }

  String word() {
    return switch (this) {
      case WAITING -> Messages.get("log.step.waiting");
      case RUNNING -> Messages.get("log.step.running");
      case REUSED -> Messages.get("log.step.reused");
      case RAN -> Messages.get("log.step.ran");
      case FAILED -> Messages.get("log.step.failed");
      case CANCELLED -> Messages.get("log.step.cancelled");
      case NOT_RUN -> Messages.get("log.step.notRun");
    };
  }
}
