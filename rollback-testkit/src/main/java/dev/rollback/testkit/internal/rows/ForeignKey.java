// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.List;

/** Columns that point to another table's, in the same order. */
public record ForeignKey(List<String> columns, TableName parent, List<String> referenced) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }
}
