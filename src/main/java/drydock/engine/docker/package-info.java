// SPDX-License-Identifier: Apache-2.0

/// The adapter to Docker's Engine API: finding the daemon, negotiating a version, requests, streams, the build trace, and
/// the watcher that keeps an [drydock.engine.EngineState] up to date. The only importer of docker-java.
@NullMarked
package drydock.engine.docker;

import org.jspecify.annotations.NullMarked;
