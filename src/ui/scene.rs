//! A chart's scene, painted.
