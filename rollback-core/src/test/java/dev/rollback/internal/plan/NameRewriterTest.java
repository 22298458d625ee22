// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NameRewriterTest {
    private final NameRewriter rewriter = new NameRewriter();

    @Test
    void putsOldColumnsBack() {
        assertThat(rewriter.rewrite("CHECK ((email ~~ '%email%'::text))", Map.of("email", "mail")))
                .isEqualTo("CHECK ((mail ~~ '%email%'::text))");
    }

    @Test
    void quotesWhatMustBeQuoted() {
        assertThat(rewriter.rewrite("USING btree (plain)", Map.of("plain", "Größe \"x\"")))
                .isEqualTo("USING btree (\"Größe \"\"x\"\"\")");
    }

    @Test
    void putsOldRelationsAndSchemasBack() {
        rewriter.relation("public", "clients", "public", "customers");
        rewriter.schema("store", "shop");

        assertThat(rewriter.rewrite("REFERENCES public.clients(id), store.goods, 'public.clients'", Map.of()))
                .isEqualTo("REFERENCES public.customers(id), shop.goods, 'public.clients'");
    }

    @Test
    void leavesTextAloneWhenNothingWasRenamed() {
        assertThat(rewriter.rewrite("a.b \"c\" 'd'", Map.of())).isEqualTo("a.b \"c\" 'd'");
    }
}
