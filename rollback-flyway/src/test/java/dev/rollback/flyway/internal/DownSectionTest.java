// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownSectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"-- DOWN", "--down:", "-- +goose Down", "-- rollback", "  --  Rollback  "})
    void whatFollowsTheMarkLosesItsCommentMarks(String mark) {
        assertThat(DownSection.of("CREATE TABLE t (id int);\n" + mark + "\n-- DROP TABLE t;\n\n--   -- why\n"))
                .contains("DROP TABLE t;\n  -- why\n");
    }

    @Test
    void aBlockOfComment() {
        assertThat(DownSection.of("CREATE TABLE t (id int);\n-- DOWN\n/*\nDROP TABLE t;\n*/\n"))
                .contains("DROP TABLE t;\n");
    }

    @Test
    void linesThatCountByThemselves() {
        assertThat(DownSection.of("CREATE TABLE t (id int);\n--rollback drop table t;\n-- rollback drop table u;\n"))
                .contains("drop table t;\ndrop table u;\n");
    }

    @Test
    void gooseMarksAreNoStatements() {
        assertThat(DownSection.of("""
                -- +goose Up
                CREATE TABLE t (id int);
                -- +goose Down
                -- +goose StatementBegin
                -- DROP TABLE t;
                -- +goose StatementEnd
                -- +goose Up
                -- a comment
                """)).contains("DROP TABLE t;\n");
    }

    @Test
    void whatFlywayHasRunIsNoDownSection() {
        assertThat(DownSection.of("CREATE TABLE t (id int);\n-- DOWN\nDROP TABLE t;\n"))
                .isEmpty();
    }

    @Test
    void noSection() {
        assertThat(DownSection.of("CREATE TABLE t (id int); -- down\n-- rollback\n\n"))
                .isEmpty();
    }
}
