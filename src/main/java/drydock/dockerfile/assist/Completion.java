// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import java.util.List;

/// What could stand at the caret.
///
/// @param replaced what a proposal takes the place of: the word around the caret, or nothing
/// @param typed the part of it before the caret
/// @param proposals the likeliest first
public record Completion(Span replaced, String typed, List<Proposal> proposals) {
  private static final int MOST = 200;

  public Completion {
    proposals = List.copyOf(proposals);
  }

  static Completion none(int offset) {
    return new Completion(new Span(offset, offset), "", List.of());
  }

  /// Those that fit what was typed, in order.
  static Completion of(Span replaced, String typed, List<Proposal> all) {
    return new Completion(replaced, typed, Match.sorted(typed, all).stream().limit(MOST).toList());
  }

  /// The change that takes a proposal; its places to fill in are the caller's to walk.
  public Fix fix(Proposal proposal) {
    return new Fix(List.of(new Fix.Edit(replaced, proposal.insert().text())));
  }
}
