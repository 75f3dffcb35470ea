// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test (or all tests of a class) that needs a real engine. Without one it is skipped, and `SkippedTests` says how
/// many were; with `-DengineTests=required` it fails instead.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("engine")
@ExtendWith(EngineCondition.class)
public @interface EngineTest {}
