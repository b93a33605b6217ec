"""The alliance as it is: members, meetings, buttons, campaign actions."""
