// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.postgres.rows.PostgresElements.Element;
import org.junit.jupiter.api.Test;

class PostgresClausesTest {

    @Test
    void passesOverQuotesAndNestedParentheses() {
        PostgresClauses clauses = new PostgresClauses("CHECK ((a <> ')'::text) AND (\"b)\" > (1))) NO INHERIT");
        assertThat(clauses.firstParentheses()).isEqualTo("(a <> ')'::text) AND (\"b)\" > (1))");
        assertThat(clauses.rest()).isEqualTo(" NO INHERIT");
        assertThat(new PostgresClauses("f(a, b), 'x,''y', E'\\',\\\\', \"c,d\", ARRAY[1, 2]").list())
                .containsExactly("f(a, b)", "'x,''y'", "E'\\',\\\\'", "\"c,d\"", "ARRAY[1, 2]");
        assertThat(new PostgresClauses("lower((a b)) \"C c\"  DESC").words())
                .containsExactly("lower((a b))", "\"C c\"", "DESC");
        assertThatThrownBy(() -> new PostgresClauses("(a").firstParentheses())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsElementsOfIndexesAndExclusions() {
        PostgresElements elements = PostgresElements.of(
                        "USING gist (room WITH =, tstzrange(a, b) public.\"my ops\"(siglen='4') WITH OPERATOR(public.&&), "
                                + "(c || d) COLLATE \"C\" text_ops DESC NULLS LAST WITH <>) INCLUDE (e) WHERE (NOT gone) DEFERRABLE")
                .orElseThrow();
        assertThat(elements.elements())
                .containsExactly(
                        new Element("room", "="),
                        new Element("tstzrange(a, b)", "OPERATOR(public.&&)"),
                        new Element("(c || d) COLLATE \"C\"", "<>"));
        assertThat(elements.condition()).isEqualTo("(NOT gone)");
        assertThat(elements.nullsDistinct()).isTrue();
        assertThat(PostgresElements.of("USING btree (lower(a)) NULLS NOT DISTINCT")
                        .orElseThrow()
                        .nullsDistinct())
                .isFalse();
        assertThat(PostgresElements.of("USING btree (a b c d)")).isEmpty();
    }
}
