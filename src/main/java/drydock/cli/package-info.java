// SPDX-License-Identifier: Apache-2.0

/// The command line: thin commands over the same code as the app. The only place that knows standard streams.
@NullMarked
package drydock.cli;

import org.jspecify.annotations.NullMarked;
