// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.catalog;

import dev.rollback.model.Setting;
import java.util.List;

/** The comments of objects, which are all that can be set on most of them. */
final class H2Settings {
    private H2Settings() {}

    /**
     * The comment of an object.
     *
     * @param what the object as COMMENT ON names it
     * @param comment empty for none
     */
    static Setting comment(String what, String comment) {
        return comment("comment", what, comment, true);
    }

    /**
     * The comment of a column.
     *
     * @param path its quoted name
     * @param bare whether a new column has none; one of a domain gets the domain's
     */
    static Setting ofColumn(String name, String path, String comment, boolean bare) {
        return comment("column " + name + " comment", "COLUMN " + path, comment, bare);
    }

    private static Setting comment(String name, String what, String comment, boolean bare) {
        String text = comment.isEmpty() ? "NULL" : H2Names.literal(comment);
        return new Setting(name, comment, List.of("COMMENT ON " + what + " IS " + text), bare && comment.isEmpty());
    }

    static List<Setting> of(String what, String comment) {
        return List.of(comment(what, comment));
    }
}
