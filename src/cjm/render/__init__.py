"""Pictures: layouts make scenes of a journey, back ends draw scenes; themes and fonts serve both."""
