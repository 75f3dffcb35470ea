// SPDX-License-Identifier: Apache-2.0

/// Puts the app together: the one place that says `new` for services, and the JavaFX application.
@NullMarked
package drydock.app;

import org.jspecify.annotations.NullMarked;
