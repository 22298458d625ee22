// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Table;
import java.util.List;

/**
 * Remembers what the rows of a table were at a moment, for products that keep no trace of when a row was written. A row that is
 * the same as one of then was last written before, or is none the worse for being taken for it.
 */
public interface RowMarks {

    /**
     * Makes a relation with the states of all rows.
     *
     * @param live the table as it is
     * @param marked the new relation
     */
    List<String> take(Table live, Relation marked);

    /**
     * A condition on a live row with the alias {@code c} that is true when it is as it was.
     *
     * @param live the table, with the columns that it had
     * @param marked what {@link #take} made
     */
    String unchanged(Table live, Relation marked);
}
