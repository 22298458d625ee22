// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;

/** The words of a product for rows that are the same by a {@link KeyJoin key}; all are SQL expressions. */
public interface KeyTerms {

    /** A name in quotes. */
    String quote(String name);

    /** The quoted name of a relation. */
    String quote(Relation relation);

    /** Whether live and old values of a key can be compared as they are. */
    boolean isSame(Column live, Column old);

    /** A condition for two values of a key of one type. */
    String areEqual(String one, String other, Column type);

    /** An old key as the migration would have written it, in the form of {@link #comparable}. */
    String liveForm(String value, Column old, Column live);

    /** A live value in a form that is equal for equal values only. */
    String comparable(String value, Column live);

    /** An old value in a form by which rows have one order. */
    String ordered(String value, Column old);
}
