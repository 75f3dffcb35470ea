// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What a container may use. 0 means: no limit.
///
/// @param memorySwapBytes memory and swap together; -1 for as much swap as there is
/// @param nanoCpus thousand millionths of a processor: 500,000,000 is half of one
/// @param cpuShares weight among containers that want more than there is; 1024 is Docker's usual
/// @param pids processes and threads
public record Limits(
    long memoryBytes, long memorySwapBytes, long nanoCpus, long cpuShares, long pids) {
  public static final Limits NONE = new Limits(0, 0, 0, 0, 0);

  public static Limits memory(long bytes) {
    return new Limits(bytes, 0, 0, 0, 0);
  }
}
