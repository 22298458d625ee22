// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;

/**
 * Something that a run keeps in the backup schema.
 *
 * @param kind {@code table} or {@code type}
 * @param relation where, with the mark of the run
 * @param from what it was
 */
public record Kept(String kind, Relation relation, ObjectId from) {}
