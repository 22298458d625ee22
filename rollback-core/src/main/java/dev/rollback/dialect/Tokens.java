// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

/**
 * Marks in statements of a plan that are filled in when it runs. They contain a control character, so no statement of a user's
 * can contain them by chance.
 */
public final class Tokens {
    /** The number of the run, as part of names of the backup schema. */
    public static final String RUN = "\u0001run\u0001";
    /** The relation that a range of rows is read from. */
    public static final String SOURCE = "\u0001source\u0001";
    /** The condition that limits a statement to a range of rows. */
    public static final String RANGE = "\u0001range\u0001";

    private Tokens() {}

    /** A statement as people should see it before it runs. */
    public static String display(String sql, String source) {
        return sql.replace(RUN, "N").replace(SOURCE, source).replace(RANGE, "true");
    }
}
