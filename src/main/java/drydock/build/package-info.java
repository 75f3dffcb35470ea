// SPDX-License-Identifier: Apache-2.0

/// A build from a folder to its outcome: the context read and packed, missing base images brought, the steps found again
/// in the Dockerfile. The same for the window and the command line.
@NullMarked
package drydock.build;

import org.jspecify.annotations.NullMarked;
