// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise.Move;
import java.util.List;

/** What a step executes. */
public sealed interface Work {

    /** The statements, with their marks. */
    List<String> sql();

    /** Statements that touch structure, run as they are. */
    record Statements(List<String> sql) implements Work {
        public Statements {
            sql = List.copyOf(sql);
        }
    }

    /**
     * Statements that give an object its old name.
     *
     * @param back those that take the name away again
     */
    record Rename(List<String> sql, List<String> back) implements Work {
        public Rename {
            sql = List.copyOf(sql);
            back = List.copyOf(back);
        }
    }

    /** Statements that move rows; the sum of their counts is reported. */
    record Rows(List<String> sql) implements Work {
        public Rows {
            sql = List.copyOf(sql);
        }
    }

    /** Statements that move tables, all together. */
    record Exchange(List<Move> moves, List<String> sql) implements Work {
        public Exchange {
            moves = List.copyOf(moves);
            sql = List.copyOf(sql);
        }
    }

    /**
     * Statements that are run once for each range of a relation, with progress.
     *
     * @param templates have the marks of {@code Tokens}
     * @param sources the relations that are read in ranges, one after the other
     * @param rowsPerRange a range that is joined to the backup costs more to begin with, so it is larger
     */
    record Copy(List<String> templates, List<Relation> sources, long rowsPerRange) implements Work {
        public Copy {
            templates = List.copyOf(templates);
            sources = List.copyOf(sources);
        }

        @Override
        public List<String> sql() {
            return templates;
        }
    }
}
