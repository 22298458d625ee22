// SPDX-License-Identifier: Apache-2.0
package dev.rollback.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan named by hand, resolved against the live catalog in the same way as a derived one. Names stand as in the catalog;
 * those of tables with or without their schema, and in double quotes where a name has a dot.
 *
 * @param changes what to do, in any order: the plan orders them by what depends on what
 */
public record ExplicitPlan(List<Change> changes) {

    /** One wish. */
    public sealed interface Change {}

    /** Make a partitioned table an ordinary one, keeping all rows, keys, indexes and dependents. */
    public record RemovePartitioning(String table, boolean ifPartitioned) implements Change {}

    /** Drop a column. */
    public record DropColumn(String table, String column, boolean ifExists) implements Change {}

    /** Drop a table; it is put aside in the backup schema. */
    public record DropTable(String table, boolean ifExists) implements Change {}

    /** Drop an index. */
    public record DropIndex(String index) implements Change {}

    /** Drop a constraint of a table. */
    public record DropConstraint(String table, String constraint) implements Change {}

    public ExplicitPlan {
        changes = List.copyOf(changes);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects wishes; not safe for use by several threads. */
    public static final class Builder {
        private final List<Change> changes = new ArrayList<>();

        private Builder() {}

        public Builder removePartitioning(String table) {
            changes.add(new RemovePartitioning(table, false));
            return this;
        }

        /** Passes over a table that is not partitioned. */
        public Builder removePartitioningIfPartitioned(String table) {
            changes.add(new RemovePartitioning(table, true));
            return this;
        }

        public Builder dropColumn(String table, String column) {
            changes.add(new DropColumn(table, column, false));
            return this;
        }

        /** Passes over a table or column that is not there. */
        public Builder dropColumnIfExists(String table, String column) {
            changes.add(new DropColumn(table, column, true));
            return this;
        }

        public Builder dropTable(String table) {
            changes.add(new DropTable(table, false));
            return this;
        }

        /** Passes over a table that is not there. */
        public Builder dropTableIfExists(String table) {
            changes.add(new DropTable(table, true));
            return this;
        }

        public Builder dropIndex(String index) {
            changes.add(new DropIndex(index));
            return this;
        }

        public Builder dropConstraint(String table, String constraint) {
            changes.add(new DropConstraint(table, constraint));
            return this;
        }

        public ExplicitPlan build() {
            return new ExplicitPlan(changes);
        }
    }
}
