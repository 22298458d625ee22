// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.liquibase.RestorePoint;
import java.util.List;

/** A restore point with the rows of Liquibase's table at that moment. */
public record Captured(RestorePoint point, List<ChangelogRow> rows) {}
