// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

/** The version of this library, from its manifest. */
public final class Version {
    private Version() {}

    /** The version, or {@code development} outside a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
