// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What came of a process that ran to its end.
///
/// @param complete false when it wrote more than was kept
public record ExecResult(int exitCode, String stdout, String stderr, boolean complete) {}
