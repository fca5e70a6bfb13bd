"""What our own journey maps are held to: a rule a module."""
