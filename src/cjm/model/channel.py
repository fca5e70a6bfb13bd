"""The channels that every map knows; others are legal, and may be described in a catalogue."""

CHANNELS = (
    "web", "mobile_app", "in_product", "email", "sms", "messaging", "chat", "chatbot", "voice_assistant", "phone",
    "video", "social", "search", "ad", "review_site", "print", "store", "on_site", "kiosk", "event", "partner",
    "marketplace", "field_visit", "delivery", "packaging", "appliance", "bank_transfer", "word_of_mouth",
)  # fmt: skip
"""Where customer and brand can meet."""
