"""What happens, and what is asked, when something is switched on or off."""
