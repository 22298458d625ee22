// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import java.util.Arrays;

/** What a run of the long tests is about. */
final class Chosen {
    private Chosen() {}

    /** Whether a system property names one of its kind; all are meant when it names none. */
    static boolean is(String property, Enum<?> one) {
        String names = System.getProperty(property, "");
        return names.isEmpty() || Arrays.asList(names.split(",")).contains(one.name());
    }
}
